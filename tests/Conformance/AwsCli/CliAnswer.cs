using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Tests.AwsCli;

/// <summary>What the AWS CLI told its user.</summary>
/// <param name="Output">What it printed as JSON; undefined where it printed nothing.</param>
/// <param name="Errors">What it wrote to standard error.</param>
/// <param name="Succeeded">Whether it ended with 0.</param>
/// <param name="Calls">How many calls it made.</param>
public sealed partial record CliAnswer(JsonElement Output, string Errors, bool Succeeded, int Calls)
{
    /// <summary>The name of the error as the CLI understood it, or null.</summary>
    public string? Error => ErrorText().Match(Errors) is { Success: true } match ? match.Groups["code"].Value : null;

    [GeneratedRegex(@"An error occurred \((?<code>[^)]+)\) when calling the \w+ operation")]
    private static partial Regex ErrorText();
}
