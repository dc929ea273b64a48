using Engagement;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Local.Upcoming;
using Engagement.Reminders;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Upcoming;

/// <summary>What is foretold of reminders is what the rules decide, hour by hour, once the hours have come.</summary>
public sealed class UpcomingReminderTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(60);
    private static readonly string[] Zones = ["Europe/Berlin", "Pacific/Auckland", "Asia/Kathmandu", "America/Los_Angeles", "nowhere"];

    // Dates from now to ten days after all that is looked at.
    private static readonly Arbitrary<CustomerMember> Customers = (
        from minutes in Gen.Choose(0, 70 * 24 * 60)
        from zone in Gen.Elements(Zones)
        from renewed in Gen.Elements("yes", "no")
        let date = Now.AddMinutes(minutes)
        select Customer(
            ("renewal_date", IsoInstant.Format(date)), ("appointment_at", IsoInstant.Format(date.AddHours(5))), ("tz", zone),
            ("renewed", renewed))).ToArbitrary();

    private static readonly DefinitionSet Shipped =
        DefinitionSet.Load(Path.Combine(RepositoryRoot.Path, "definitions"), PlatformLimits.None);

    [Fact]
    public void Foretold_is_what_is_decided_hour_by_hour() => Prop.ForAll(Customers, customer =>
    {
        var foretold = new UpcomingReminders(Shipped).For(customer, consent: null, Now, Now + Ahead)
            .Where(message => message.LeftOut is null)
            .Select(message => ($"{message.Origin.Name}.{message.Origin.Part}", message.At));

        Assert.Equal(Decided(customer.Customer).Order(), foretold.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reminder_of_the_last_hour_is_foretold_though_its_minute_comes_later()
    {
        // It goes out at 09:00, and the time until which is looked at ends at 09:30.
        var customer = Customer(("appointment_at", IsoInstant.Format((Now + Ahead).AddDays(1).AddMinutes(15))));

        Assert.Contains(
            new UpcomingReminders(Shipped).For(customer, consent: null, Now, Now + Ahead),
            message => message is { Origin.Name: "appointment", Origin.Part: "P1D", LeftOut: null });
    }

    [Fact]
    public void Reminder_that_will_not_come_says_why()
    {
        var customer = Customer(("renewal_date", IsoInstant.Format(Now.AddDays(40))), ("renewed", "yes"));

        var foretold = new UpcomingReminders(Shipped).For(customer, consent: null, Now, Now + Ahead).ToList();

        Assert.NotEmpty(foretold);
        Assert.All(foretold, message => Assert.Equal("'skipIf' holds", message.LeftOut));
    }

    private static IEnumerable<(string Message, DateTimeOffset Hour)> Decided(Customer customer)
    {
        var zone = Shipped.TrackingPlan.Dates!.Zone;
        return
            from message in ReminderMessage.From(Shipped.Reminders)
            let rules = new ReminderRules(message, zone)
            let hours = Hours().Where(hour => rules.Decide(customer, new(hour, hour.AddHours(-1))) == ReminderVerdict.Due)
            // What is due already is not foretold, though it may still come.
            from hour in hours.Take(1)
            where hour > Now
            select (message.Name, hour);
    }

    private static IEnumerable<DateTimeOffset> Hours() =>
        Enumerable.Range(0, (int)Ahead.TotalHours + 1).Select(hours => HourSlot.From(Now).AddHours(hours));

    private static CustomerMember Customer(params (string Name, string Value)[] attributes)
    {
        var update = new CustomerUpdate
        {
            Stamp = new(Now, "test"),
            EndpointId = "e1",
            UserId = "ada",
            Fields = new Dictionary<string, string> { [EndpointField.ChannelType] = "EMAIL", [EndpointField.Address] = "ada@example.net" },
            UserAttributes = attributes.ToDictionary(each => each.Name, each => (IReadOnlyList<string>)[each.Value]),
        };
        var profile = CustomerMerge.WithUser(
            CustomerMerge.WithEndpoint(new() { Id = "ada" }, CustomerMerge.EndpointOf(update)), update);
        return new(profile, profile.Endpoint("e1")!);
    }
}
