using System.Collections.Concurrent;
using System.Globalization;
using Engagement.Times;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Journeys;

/// <summary>
/// The shipped journeys on both platforms, while customers of three zones do things each day: a night in which clocks go forward in Berlin,
/// one in which they go back in Sydney, and between these a deployment that changes a journey, removes one and renames one.
/// </summary>
public sealed class MonthOfJourneysTests(ITestOutputHelper output)
{
    private const string Beginning = "2027-03-26T12:00:00Z";

    /// <summary>10, with both nights, unless <c>JOURNEY_DAYS</c> asks for more.</summary>
    private static readonly int Days = FromEnvironment("JOURNEY_DAYS", 10);

    /// <summary>12 unless <c>JOURNEY_CUSTOMERS</c> asks for more.</summary>
    private static readonly int Customers = FromEnvironment("JOURNEY_CUSTOMERS", 12);

    // Hours spread messages over half an hour.
    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(-35);

    // Pinpoint waits for hours in steps of two.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(130);

    // By the customer's number, of both platforms.
    private readonly ConcurrentDictionary<int, IEnumerable<string>> histories = new();

    private readonly DateTimeOffset beginning = IsoInstant.Parse(Beginning)!.Value;

    [Fact]
    public async Task Both_platforms_send_the_same_messages_across_clock_changes_and_a_deployment()
    {
        var lives = LivedDay.MakeUp(Customers, Days, beginning);
        var pinpoint = LiveAsync("dev", lives);
        var ses = LiveAsync("ses", lives);
        var (there, here) = (await pinpoint, await ses);

        Explain(lives, here, there);
        Assert.Equal(here.Select(Told), there.Select(Told));
        Assert.All(here.Zip(there), pair => Assert.InRange(pair.Second.At - pair.First.At, Earliest, Latest));
        Assert.All(here.Concat(there), ComesWithinItsHours);
        TellsTheDeployment(here);
        output.WriteLine($"{Customers} customers, {Days} days, {lives.Count} events, {here.Count} messages on each platform:");
        foreach (var (template, count) in here.CountBy(message => message.Template).OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {template} {count}");
        }
    }

    private DateTimeOffset Deployed => beginning.Date.AddDays(Days / 2).AddHours(3);

    private async Task<IReadOnlyList<LivedMessage>> LiveAsync(string stack, IReadOnlyList<LivedDay> lives)
    {
        using var definitions = new CompanyEvents.DefinitionsFolder();
        // It would go out to everyone, and its day has passed.
        definitions.Replace("announcements.yaml", "at: 2027-03-01T09:00:00Z", "at: 2027-12-01T09:00:00Z");
        var started = TimeProvider.System.GetTimestamp();
        await using var shop = await JourneyEnvironment.StartAsync(stack, beginning, ("definitions:directory", definitions.Path));
        await shop.LoadAsync(Enumerable.Range(0, Customers).Select(number => (LivedDay.CustomerOf(number), LivedDay.AttributesOf(number))));
        await shop.CalmSchedulesAsync();
        await GoOnAsync(shop, lives, Deployed);
        definitions.Replace("journeys.yaml", "- wait: P3D\n      - send: tips", "- wait: P1D\n      - send: tips");
        definitions.Replace("journeys.yaml", "  abandoned_cart:", "  left_cart:");
        definitions.Cut("journeys.yaml", "  onboarding:", "  review:");
        Assert.Null((await shop.DeployAsync()).Error);
        await GoOnAsync(shop, lives, beginning.AddDays(Days));
        output.WriteLine($"{stack}: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s");
        foreach (var number in Enumerable.Range(0, Customers))
        {
            var notes = shop.HistoryOf(LivedDay.CustomerOf(number)).Select(note => $"{stack} {note}").ToList();
            histories.AddOrUpdate(number, notes, (_, others) => [.. others, .. notes]);
        }

        return await SentAsync(shop);
    }

    private static async Task GoOnAsync(JourneyEnvironment shop, IReadOnlyList<LivedDay> lives, DateTimeOffset until)
    {
        var now = await shop.Environment.NowAsync();
        foreach (var life in lives.Where(life => life.At >= now && life.At < until))
        {
            await shop.PassUntilAsync(life.At);
            await shop.DoAsync(life.Customer, life.Event, life.Values);
            // The event comes out of the queue.
            await shop.Environment.AdvanceAsync("PT1M");
        }

        await shop.PassUntilAsync(until);
    }

    private static async Task<IReadOnlyList<LivedMessage>> SentAsync(JourneyEnvironment shop)
    {
        var delivered = (await shop.Environment.GetAsync("messages")).EnumerateArray()
            .CountBy(message => message.GetProperty("address").GetString()!).ToDictionary();
        var sent = Enumerable.Range(0, Customers)
            .SelectMany(
                number => shop.SentTo(LivedDay.CustomerOf(number)),
                (number, message) => new LivedMessage(number, message.Template, message.At))
            .ToList();
        Assert.Equal(
            sent.CountBy(message => $"{LivedDay.CustomerOf(message.Customer)}@example.com").OrderBy(each => each.Key),
            delivered.OrderBy(each => each.Key));
        return
        [
            .. sent.Where(message => message.Kind is not null)
                .OrderBy(message => message.Customer).ThenBy(message => message.Kind, StringComparer.Ordinal).ThenBy(message => message.At),
        ];
    }

    // What the first customer who got other messages here than there did, and what became of it on each platform.
    private void Explain(IReadOnlyList<LivedDay> lives, IReadOnlyList<LivedMessage> here, IReadOnlyList<LivedMessage> there)
    {
        IEnumerable<string> Of(IReadOnlyList<LivedMessage> all, int number) => all.Where(each => each.Customer == number).Select(Told);
        var differing = Enumerable.Range(0, Customers).Where(number => !Of(here, number).SequenceEqual(Of(there, number)));
        foreach (var number in differing.Take(1))
        {
            lives.Where(life => life.Number == number).ToList().ForEach(life => output.WriteLine($"{life.At:O} {life.Event}"));
            histories[number].ToList().ForEach(output.WriteLine);
        }
    }

    private static string Told(LivedMessage message) => $"{LivedDay.CustomerOf(message.Customer)} {message.Kind}";

    private static void ComesWithinItsHours(LivedMessage message)
    {
        if (message.Template is "cart" or "cart-last" or "offer-a" or "offer-b")
        {
            var local = CustomerZone.Find(LivedDay.ZoneOf(message.Customer))!.TimeAt(message.At);
            Assert.InRange(local.TimeOfDay, TimeSpan.FromHours(9), TimeSpan.FromHours(20));
        }
    }

    // What both say might be wrong on both.
    private void TellsTheDeployment(IReadOnlyList<LivedMessage> messages)
    {
        var after = messages.Where(message => message.At > Deployed.AddMinutes(10)).ToList();
        Assert.Contains(messages, message => message.Template == "onboarding-start");
        Assert.DoesNotContain(after, message => message.Template.StartsWith("onboarding-", StringComparison.Ordinal));
        Assert.Contains(after, message => message.Template == "cart");
        foreach (var welcome in messages.Where(message => message.Template == "welcome"))
        {
            var days = welcome.At < Deployed ? 3 : 1;
            Assert.All(
                messages.Where(message => message.Customer == welcome.Customer && message.Template == "tips"),
                tips => Assert.Equal(days, (int)Math.Round((tips.At - welcome.At).TotalDays)));
        }
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
