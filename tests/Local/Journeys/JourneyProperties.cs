using Engagement.Journeys;
using FsCheck;
using FsCheck.Fluent;
using Local.Tests.Ses;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>
/// Whatever goes wrong while customers go through journeys, with the stores and functions that a stack has: nobody gets a message twice in
/// an entry, and each entry comes to its end.
/// </summary>
public class JourneyProperties
{
    private const int Customers = 6;
    private static readonly string[] Types = ["bought", "signed_up", "cart_updated", "subscribed", "cancelled", "used"];

    private static readonly Gen<FunctionFaults> AnyFaults =
        from throttled in Gen.Elements(0, 50, 300)
        from unanswered in Gen.Elements(0, 0, 60)
        from deaths in Gen.Elements(0, 5, 20)
        from failures in Gen.Elements(0, 0, 30)
        from repeats in Gen.Elements(0, 500)
        select new FunctionFaults
        {
            Throttled = throttled,
            Unanswered = unanswered,
            Deaths = deaths,
            Failures = failures,
            Repeats = repeats,
        };

    private static readonly Gen<IReadOnlyList<(string Type, int Customer, int Hours)>> AnyEvents =
        from events in (from type in Gen.Elements(Types)
                        from customer in Gen.Choose(0, Customers - 1)
                        from hours in Gen.Choose(0, 30)
                        select (type, customer, hours)).ListOf(12)
        select (IReadOnlyList<(string, int, int)>)[.. events];

    [Fact]
    public void Nobody_gets_a_message_twice_in_an_entry_and_each_entry_ends() => Prop.ForAll(
        (from faults in AnyFaults from events in AnyEvents from seed in Gen.Choose(0, int.MaxValue) select (faults, events, seed))
            .ToArbitrary(),
        each => LiveAsync(each.faults, each.events, each.seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static async Task LiveAsync(FunctionFaults faults, IReadOnlyList<(string Type, int Customer, int Hours)> events, int seed)
    {
        var cloud = new JourneyCloud(faults, seed);
        await cloud.DeployAsync(SampleJourneys.Catalog);
        foreach (var customer in Enumerable.Range(0, Customers))
        {
            await cloud.AddCustomerAsync($"customer-{customer}");
        }

        foreach (var ((type, customer, hours), index) in events.Select((each, index) => (each, index)))
        {
            await cloud.OccurAsync($"customer-{customer}", type, $"e{index}", value: 25);
            await cloud.LiveAsync(TimeSpan.FromHours(hours));
        }

        await cloud.LiveAsync(TimeSpan.FromDays(12));
        Assert.All(
            cloud.Messages.All.CountBy(message => (message.Endpoint, message.Journey, message.Entry, message.Template)),
            message => Assert.Equal(1, message.Value));
        Assert.DoesNotContain(cloud.Items("journeys"), item => item.ContainsKey("due"));
        await EachMessageIsToldAsync(cloud, faults);
    }

    // A note is lost only with the process that would have written it, or where the history cannot be written.
    private static async Task EachMessageIsToldAsync(JourneyCloud cloud, FunctionFaults faults)
    {
        if (faults.Deaths + faults.Failures + faults.Unanswered > 0)
        {
            return;
        }

        var told = 0;
        foreach (var customer in Enumerable.Range(0, Customers))
        {
            told += (await cloud.History.ReadAsync($"customer-{customer}", default)).Count(note => note.Outcome == JourneyOutcome.Sent);
        }

        Assert.Equal(cloud.Messages.All.Count, told);
    }
}
