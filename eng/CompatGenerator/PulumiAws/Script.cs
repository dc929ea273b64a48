using System.Text.Json;

namespace CompatGenerator.PulumiAws;

/// <summary>What the JavaScript of a resource or function says beyond its declaration; see <c>scripts.mjs</c>.</summary>
internal sealed record Script
{
    public required string File { get; init; }

    public required string Token { get; init; }

    public IReadOnlyList<ScriptInput> Inputs { get; init; } = [];

    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];
}

/// <summary>An argument of a resource.</summary>
internal sealed record ScriptInput
{
    public required string Name { get; init; }

    public bool Secret { get; init; }

    /// <summary>It travels as JSON text, as a provider's arguments that are not strings do.</summary>
    public bool Json { get; init; }

    public ScriptDefault? Default { get; init; }
}

/// <summary>What an unset argument is: the first environment variable that is set, else the value.</summary>
internal sealed record ScriptDefault(JsonElement? Value, IReadOnlyList<string> Environment);
