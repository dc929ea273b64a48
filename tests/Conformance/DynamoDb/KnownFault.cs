using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Tests.DynamoDb;

/// <summary>A difference that is dynalite's fault, or that both may have. What is listed and does not occur any more is harmless.</summary>
/// <param name="Reason">Why the local DynamoDB is not to follow, with its source.</param>
/// <param name="Request">Pattern of the requests; everything where it is null.</param>
/// <param name="Ours">Pattern of what the local DynamoDB says; everything where it is null.</param>
/// <param name="Theirs">Pattern of what dynalite says; everything where it is null.</param>
internal sealed record KnownFault(string Reason, string? Request, string? Ours, string? Theirs)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<KnownFault> All { get; } =
        JsonSerializer.Deserialize<KnownFault[]>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DynamoDb", "dynalite-faults.json")),
            Web)!;

    public bool Explains(string request, Outcome ours, Outcome theirs) =>
        Matches(Request, request) && Matches(Ours, $"{ours}") && Matches(Theirs, $"{theirs}");

    private static bool Matches(string? pattern, string text) =>
        pattern is null || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
