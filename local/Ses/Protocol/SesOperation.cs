using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Protocol;

/// <summary>One operation: its route, the resources that IAM is asked about, and what does it.</summary>
internal sealed record SesOperation
{
    private readonly PathTemplate template = new("");

    /// <summary>As in the service model; the IAM action is <c>ses:</c> and this name.</summary>
    public required string Name { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path with parameters in braces.</summary>
    public required string Path
    {
        get;
        init
        {
            field = value;
            template = new(value);
        }
    }

    /// <summary>ARNs that the action must be allowed on, from the service authorization reference. Default: <c>*</c>.</summary>
    public Func<SesCall, IReadOnlyList<string>> Resources { get; init; } = _ => ["*"];

    /// <summary>What conditions can ask of the request, by SES's own keys. Default: nothing.</summary>
    public Func<SesCall, IReadOnlyDictionary<string, string>> ConditionValues { get; init; } =
        _ => ImmutableDictionary<string, string>.Empty;

    /// <summary>Does it, and gives the answer's body.</summary>
    public required Func<SesCall, JsonObject> Execute { get; init; }

    /// <summary>Whether it sends: all other operations share the rate of one a second.</summary>
    public bool Sends { get; init; }

    /// <summary>The decoded parameters where the path is this operation's, otherwise null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path) => template.Match(path);
}
