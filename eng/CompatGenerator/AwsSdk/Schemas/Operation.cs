using System.Text.Json.Serialization;

namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>An operation; method and path belong to REST protocols only.</summary>
internal sealed record Operation(string Name, string? Method, string? Path, string? Input, string? Output)
{
    /// <summary>The request's class. The .NET SDK names it after the operation, whatever the service's model says.</summary>
    [JsonIgnore]
    public string RequestName => $"{Name}Request";

    /// <summary>The response's class; operations without output have an empty one.</summary>
    [JsonIgnore]
    public string ResponseName => $"{Name}Response";
}
