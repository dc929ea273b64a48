using System.Globalization;
using System.Net;
using Amazon.Lambda.SQSEvents;
using Engagement.Identity;

namespace Benchmarks.Recording;

/// <summary>
/// What the queue hands over: page views of a shop, as API Gateway stores them. Nine in ten are anonymous, one is signed.
/// </summary>
internal static class PixelRecords
{
    private const long At = 1_780_000_000_000;
    private const string UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
        + "Safari/537.36";

    /// <param name="count">Records; each visitor has two.</param>
    public static SQSEvent Batch(int count) => new() { Records = [.. Enumerable.Range(0, count).Select(Record)] };

    private static SQSEvent.SQSMessage Record(int number) => new()
    {
        MessageId = $"message-{number}",
        Body = $"{Facts(number)}\n{(number % 10 == 0 ? Subscription(number) : Purchase(number))}",
    };

    private static string Facts(int number) => Line(
        ("id", new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString()),
        ("at", (At + number).ToString(CultureInfo.InvariantCulture)),
        ("ua", UserAgent),
        ("gpc", ""),
        ("dnt", ""),
        ("purpose", ""));

    private static string Purchase(int number) => Line(
        ("event", "purchase_success"),
        ("endpoint_id", EndpointId(number)),
        ("evat_value", "1.234,50 €"),
        ("evat_currency", "EUR"),
        ("evme_value", "1234.5"),
        ("gtmcb", "1780000000"));

    private static string Subscription(int number)
    {
        const long Expiry = (At / 1_000) + 3_600;
        var (endpoint, user) = (EndpointId(number), $"customer-{number}");
        return Line(
            ("event", "subscription_started"),
            ("endpoint_id", endpoint),
            ("evat_plan", "gold"),
            ("evat_term", "12 months"),
            ("usat_renewal_date", "2027-12-24"),
            ("user_id", user),
            ("sig", IdentitySignature.Compute(endpoint, user, Expiry, RecorderFunction.SigningKey)),
            ("exp", Expiry.ToString(CultureInfo.InvariantCulture)),
            ("gtmcb", "1780000000"));
    }

    private static string EndpointId(int number) => $"visitor-{number / 2}";

    private static string Line(params IEnumerable<(string Name, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{WebUtility.UrlEncode(pair.Name)}={WebUtility.UrlEncode(pair.Value)}"));
}
