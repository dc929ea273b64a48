using System.Text.Json;

namespace EndToEnd.Tests.Redeploy;

/// <summary>What <c>POST /_local/deploy</c> answered.</summary>
internal sealed record Redeployment
{
    /// <summary>Steps as <c>Updated record-pixel-events</c>, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The last line's summary, or null where it failed.</summary>
    public required JsonElement? Summary { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public required string? Error { get; init; }

    public static async Task<Redeployment> RunAsync(HttpClient http)
    {
        using var response = await http.PostAsync(new Uri("_local/deploy", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
        var lines = (await response.Content.ReadAsStringAsync())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToList();
        return new()
        {
            Steps = [.. lines.Where(line => line.TryGetProperty("step", out _)).Select(line => Shown(line.GetProperty("step")))],
            Summary = lines[^1].TryGetProperty("summary", out var summary) ? summary : null,
            Error = lines[^1].TryGetProperty("error", out var error) ? error.GetString() : null,
        };
    }

    private static string Shown(JsonElement step) => $"{step.GetProperty("kind").GetString()} {step.GetProperty("name").GetString()}";
}
