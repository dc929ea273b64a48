using System.Text.Json.Nodes;
using Engagement.Definitions.Journeys;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>The platforms send the same messages, for any history of the example's journeys; Pinpoint up to two hours later.</summary>
public sealed class SameMessagesProperties
{
    private static readonly string[] Customers = ["ada", "bob"];

    private static readonly string[] Types =
    [
        "purchase_success", "newsletter_signup", "cart_updated", "subscription_started", "subscription_cancelled", "feature_used",
        "review_written", "return_requested", "page_view",
    ];

    private static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    /// <summary>
    /// Events in the afternoon, so that none falls into the hours between the platforms' messages of a morning: 09:00 to 11:30 UTC. Two are
    /// at least five minutes apart, because Pinpoint holds who had the last message to be inside for two more.
    /// </summary>
    private static Arbitrary<Happening[]> Histories() => (
        from minutes in Gen.Choose(0, 24 * 60).ListOf()
        from happenings in Gen.CollectToArray(
            minutes.Distinct(),
            slot => from day in Gen.Choose(0, 60)
                    from customer in Gen.Elements(Customers)
                    from type in Gen.Elements(Types)
                    from value in Gen.Elements(10d, 30, 60)
                    select new Happening(day, 12 * 60 + (slot % 96 * 5), customer, type, value))
        select happenings.DistinctBy(each => (each.Day, each.Minute)).OrderBy(each => (each.Day, each.Minute)).ToArray()).ToArbitrary();

    [Fact]
    public void Platforms_send_the_same_messages() => Prop.ForAll(Histories(), history =>
    {
        var (walked, own) = LiveAsync(history).GetAwaiter().GetResult();
        Assert.Equal(own.Select(Of).Order(StringComparer.Ordinal), walked.Select(Of).Order(StringComparer.Ordinal));
        Assert.All(
            own.OrderBy(Of, StringComparer.Ordinal).Zip(walked.OrderBy(Of, StringComparer.Ordinal)),
            pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.Zero, Latest));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static async Task<(IReadOnlyList<SentMessage> Walked, IReadOnlyList<SentMessage> Own)> LiveAsync(Happening[] history)
    {
        var catalog = new JourneyCatalog { Journeys = SixJourneys.All };
        var customers = new AskedCustomers(catalog);
        customers.Attributes["ada"] = new JsonObject { ["tier"] = new JsonArray("premium") };
        customers.Attributes["bob"] = new JsonObject { ["renewed"] = new JsonArray("yes") };
        var (walked, own) = (new WalkedJourneys(customers, SixJourneys.All), new OwnEngine(customers, catalog));
        var start = customers.Time.GetUtcNow().Date;
        foreach (var happening in history)
        {
            await PassAsync(new DateTimeOffset(start, TimeSpan.Zero) + new TimeSpan(happening.Day, 0, happening.Minute, 0));
            own.Occur(happening.Customer, happening.Type, happening.Value);
            await walked.OccurAsync(happening.Customer, happening.Type, happening.Value);
        }

        await PassAsync(new DateTimeOffset(start, TimeSpan.Zero).AddDays(200));
        return (walked.Sent, own.Sent);

        async Task PassAsync(DateTimeOffset until)
        {
            while (Min(walked.Next, own.Next) is { } next && next < until)
            {
                customers.Time.Advance(next > customers.Time.GetUtcNow() ? next - customers.Time.GetUtcNow() : TimeSpan.Zero);
                own.Move();
                await walked.MoveAsync();
            }

            customers.Time.Advance(until - customers.Time.GetUtcNow());
        }
    }

    private static DateTimeOffset? Min(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    private static string Of(SentMessage message) =>
        $"{message.Customer} {message.Journey} {message.Template} {message.At.AddHours(-9):yyyy-MM-dd}";

    private sealed record Happening(int Day, int Minute, string Customer, string Type, double Value);
}
