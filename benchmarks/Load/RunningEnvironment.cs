using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Load;

/// <summary>A local environment, asked over its control API.</summary>
internal sealed class RunningEnvironment(HttpClient http)
{
    /// <summary>Where pixels are fired at.</summary>
    public async Task<string> PixelUrlAsync(CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<JsonElement>("_local/outputs", cancellation)).GetProperty("pixelUrl").GetString()!;

    /// <summary>What the functions have reported since the environment came up.</summary>
    public async Task<Reported> ReportedAsync(CancellationToken cancellation)
    {
        var metrics = await http.GetFromJsonAsync<JsonElement>("_local/metrics", cancellation);
        return new(Sum("EventsRecorded"), Sum("EventsRejected"), Sum("PinpointCalls"));

        // Under the stack alone, which is each metric's total; other dimensions split it.
        int Sum(string name) => (int)metrics.EnumerateArray()
            .Where(metric =>
                metric.GetProperty("name").GetString() == name && metric.GetProperty("dimensions").EnumerateObject().Count() == 1)
            .Sum(metric => metric.GetProperty("sum").GetDouble());
    }
}
