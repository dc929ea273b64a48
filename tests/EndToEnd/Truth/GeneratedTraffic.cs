using System.Net;

namespace EndToEnd.Tests.Truth;

/// <summary>Requests as they come: good ones, some that rules reject, some that the gateway refuses.</summary>
internal static class GeneratedTraffic
{
    private static readonly string[] Values =
    [
        "19.90",
        "a, b",
        "50% off",
        "A&B",
        "{",
        "\"",
        "日本",
        "🎁",
        "undefined",
        "",
        new string('x', 200),
    ];

    /// <summary>Fires rounds of requests, a second of the environment's time apart.</summary>
    /// <returns>How many were answered 200.</returns>
    public static async Task<int> FireAsync(DevEnvironment environment, int rounds, int requestsARound, int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var round = 0; round < rounds; round++)
        {
            var requests = await Task.WhenAll(
                Enumerable.Range(0, requestsARound).Select(i => RequestAsync(environment, random, $"visitor-{round}-{i}")));
            await Parallel.ForEachAsync(requests, async (request, _) =>
            {
                using var response = await environment.LoadAsync(request);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref accepted);
                }
            });
            await environment.AdvanceAsync("PT1S");
        }

        return accepted;
    }

    private static async Task<(string Name, string Value)[]> RequestAsync(
        DevEnvironment environment,
        Random random,
        string endpointId) => random.Next(20) switch
        {
            0 => [("event", "never_heard_of"), ("endpoint_id", endpointId)],
            1 => [("event", "purchase_success"), ("endpoint_id", endpointId), ("evat_value", new string('v', 201))],
            2 => [("event", "purchase_success")],
            3 => await environment.SignedAsync(endpointId),
            4 => [("event", "subscription_started"), ("endpoint_id", endpointId), ("exp", "1"), ("sig", "forged")],
            _ =>
                [
                    ("event", "purchase_success"),
                ("endpoint_id", endpointId),
                ("evat_value", Values[random.Next(Values.Length)]),
                ("evme_value", "1.5"),
            ],
        };
}
