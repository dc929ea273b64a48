using System.Globalization;
using Engagement.Times;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>What a replay tells. Customers show by the ids of their endpoints alone.</summary>
internal static class ReplayReport
{
    private const int MostMessages = 4;

    /// <param name="recording">What was replayed.</param>
    /// <param name="comparison">What came of it.</param>
    /// <param name="customers">Whose data the customers had.</param>
    public static IEnumerable<string> Lines(Recording recording, ReplayComparison comparison, string customers) =>
    [
        $"{Count(recording.Events, "event")} from {Instant(recording.First)} to {Instant(recording.Last)}. Of these, "
            + $"{Count(recording.Concerning, "event")} of {Count(recording.Endpoints.Count, "customer")} concern journeys.",
        Tally("before", comparison.Before),
        Tally("after ", comparison.After),
        .. Templates(comparison),
        .. Differences(comparison),
        customers,
        "The journeys knew nothing of a customer before the first event. What is due after the last event does not count.",
    ];

    private static string Tally(string when, MessageTally tally) =>
        $"{when}  {Count(tally.Messages, "message")} to {Count(tally.Customers, "customer")}, at most {tally.Most} to one";

    private static IEnumerable<string> Templates(ReplayComparison comparison) =>
        from key in comparison.Before.Templates.Keys.Union(comparison.After.Templates.Keys)
            .OrderBy(key => key.Journey, StringComparer.Ordinal).ThenBy(key => key.Template, StringComparer.Ordinal)
        let before = comparison.Before.Templates.GetValueOrDefault(key)
        let after = comparison.After.Templates.GetValueOrDefault(key)
        where before != after
        select Text($"  {key.Journey}: {key.Template}  {before:N0} -> {after:N0}");

    private static IEnumerable<string> Differences(ReplayComparison comparison) => comparison.Differing == 0
        ? ["No customer would have got another message, or one at another time."]
        : [
            $"Other messages, or other times: {Count(comparison.Differing, "customer")}. The first by id:",
            .. comparison.Differences.Select(each => $"  {each.Key}: {string.Join(", ", Messages(each.Value))}"),
        ];

    private static IEnumerable<string> Messages(ReplayDifference difference)
    {
        var all = difference.Gone.Select(message => (Sign: '-', Message: message))
            .Concat(difference.New.Select(message => (Sign: '+', Message: message)))
            .OrderBy(each => each.Message.At).ToList();
        return all.Count == 0 ? ["the same messages in another order"] :
        [
            .. all.Take(MostMessages)
                .Select(each => $"{each.Sign} {each.Message.Journey} {each.Message.Template} {Instant(each.Message.At)}"),
            .. all.Count > MostMessages ? [Text($"and {all.Count - MostMessages:N0} more")] : (string[])[],
        ];
    }

    private static string Count(long count, string what) => Text($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Instant(DateTimeOffset instant) => IsoInstant.Format(instant);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
