using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks.Load;

/// <summary>A local environment, asked over its control API.</summary>
internal sealed partial class RunningEnvironment(HttpClient http)
{
    /// <summary>Where pixels are fired at.</summary>
    public Task<string> PixelUrlAsync(CancellationToken cancellation) => OutputAsync("pixelUrl", cancellation);

    /// <summary>What the functions have reported since the environment came up.</summary>
    public async Task<Reported> ReportedAsync(CancellationToken cancellation)
    {
        // Under the stack alone, which is each metric's total; other dimensions split it.
        var sums = (await GetAsync("metrics", cancellation)).EnumerateArray()
            .Where(metric => metric.GetProperty("namespace").GetString() == "Engagement")
            .Where(metric => metric.GetProperty("dimensions").EnumerateObject().Count() == 1)
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => (int)metric.GetProperty("sum").GetDouble());
        return new(
            sums.GetValueOrDefault("EventsRecorded"),
            sums.GetValueOrDefault("EventsRejected"),
            sums.GetValueOrDefault("MessagesSent"),
            sums.Where(each => each.Key.EndsWith("Calls", StringComparison.Ordinal)).ToDictionary());
    }

    /// <summary>Posts a company event, as a caller with the account's own credentials.</summary>
    /// <returns>The event's announcement and id.</returns>
    public async Task<(string Announcement, string Id)> PostAsync(string body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, await OutputAsync("companyEventsUrl", cancellation));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=load/20261201/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The company event was refused: {await answer.Content.ReadAsStringAsync(cancellation)}");
        }

        var posted = JsonElement.Parse(body);
        return (posted.GetProperty("event").GetString()!, posted.GetProperty("id").GetString()!);
    }

    /// <summary>Whether the campaigns of a company event that begin with it have gone through all customers.</summary>
    public async Task<bool> IsSentAsync(string announcement, string id, CancellationToken cancellation)
    {
        var page = await GetAsync($"announcements/{announcement}/events?limit=200", cancellation);
        return page.GetProperty("items").EnumerateArray().Where(each => each.GetProperty("id").GetString() == id)
            .SelectMany(each => each.GetProperty("campaigns").EnumerateArray())
            .Where(campaign => campaign.GetProperty("due").ValueKind == JsonValueKind.Null)
            .Select(campaign => campaign.GetProperty("state").GetString())
            .ToList() is { Count: > 0 } states && states.TrueForAll(state => state == "COMPLETED");
    }

    /// <summary>Seconds from the request of each of the latest events to its record, by the environment's clock.</summary>
    /// <param name="count">How many events.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<double>> SecondsToRecordAsync(int count, CancellationToken cancellation) =>
    [
        .. (await GetAsync($"events?limit={count}", cancellation)).EnumerateArray().Select(recorded =>
            (recorded.GetProperty("recordedAt").GetDateTimeOffset() - recorded.GetProperty("timestamp").GetDateTimeOffset()).TotalSeconds),
    ];

    /// <summary>The most memory that an invocation of each function took in MB, as their log groups say.</summary>
    public async Task<IReadOnlyDictionary<string, int>> MemoryAsync(CancellationToken cancellation) =>
        (await GetAsync("logs", cancellation)).EnumerateObject()
            .Select(group => (
                Function: group.Name.Split('/')[^1],
                Most: Memory().Matches(group.Value.GetRawText()).Select(match => int.Parse(match.Groups[1].Value)).DefaultIfEmpty().Max()))
            .Where(each => each.Most > 0)
            .ToDictionary(each => each.Function, each => each.Most);

    private async Task<string> OutputAsync(string name, CancellationToken cancellation) =>
        (await GetAsync("outputs", cancellation)).GetProperty(name).GetString()!;

    private Task<JsonElement> GetAsync(string resource, CancellationToken cancellation) =>
        http.GetFromJsonAsync<JsonElement>($"_local/{resource}", cancellation);

    // In JSON within JSON, or as text.
    [GeneratedRegex(@"(?:maxMemoryUsedMB\W+|Max Memory Used: )(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Memory();
}
