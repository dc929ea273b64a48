using System.Buffers;
using System.Text.Json;

namespace Engagement.CompanyEvents;

/// <summary>What the id of a company event may be, so that it can stand in tags, names and keys.</summary>
internal static class EventIdRules
{
    private static readonly SearchValues<char> Fit = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    public static string Read(JsonElement id, string otherwise, CompanyEventProblems problems)
    {
        if (!JsonFields.IsAbsent(id) && id.ValueKind != JsonValueKind.String)
        {
            problems.Add(new("id", $"a text is expected, not {JsonFields.Kind(id)}"));
            return "";
        }

        var text = id.ValueKind == JsonValueKind.String ? id.GetString()! : otherwise;
        if (Objection(text) is { } objection)
        {
            problems.Add(new("id", objection));
        }

        return text;
    }

    private static string? Objection(string id) =>
        id.Length == 0 ? "is empty"
        : id.Length > Limits.CompanyEventIdLength ? $"has {id.Length} characters; at most {Limits.CompanyEventIdLength} are possible"
        : id.AsSpan().ContainsAnyExcept(Fit) ? "holds something else than letters (a to z), digits, . _ : and -"
        : null;
}
