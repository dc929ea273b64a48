using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>A request in whatever protocol it came: what to do, with parameters shaped as in the JSON protocol.</summary>
internal sealed record SqsCall(string Operation, JsonObject Parameters, Principal Caller)
{
    /// <summary>A text, or null where it is absent or null.</summary>
    public string? Text(string name) => Text(Parameters, name);

    /// <summary>A text that must be there.</summary>
    /// <exception cref="AwsException">It is absent.</exception>
    public string Required(string name) => Text(name) ?? throw SqsError.Missing(name);

    /// <summary>A whole number in a range, or null where it is absent.</summary>
    /// <exception cref="AwsException">It is none, or out of range.</exception>
    public int? Number(string name, int least, int most, string? reason = null) => Number(Parameters, name, least, most, reason);

    /// <summary>A list of texts, empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. (Parameters[name] as JsonArray ?? []).Select(item => $"{item}")];

    public static string? Text(JsonObject json, string name) => json[name]?.ToString();

    public static int? Number(JsonObject json, string name, int least, int most, string? reason = null) =>
        Text(json, name) is not { } text ? null
        : int.TryParse(text, out var number) && number >= least && number <= most ? number
        : throw SqsError.Invalid(name, text, reason ?? $"Must be between {least} and {most}, if provided.");
}
