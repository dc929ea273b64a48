using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Templates;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.Definitions;
using Engagement.Local.Platforms;

namespace Engagement.Local.Upcoming;

/// <summary>What a customer will get, as everything stands now: reminders, journeys, and campaigns that have yet to begin.</summary>
internal sealed class UpcomingMessages
{
    private readonly LocalCloud cloud;
    private readonly DeployedFiles deployed;
    private readonly DefinitionSet definitions;
    private readonly IRunningPlatform platform;
    private readonly Dictionary<string, MessageTemplate> templates;
    private readonly UpcomingReminders reminders;
    private readonly UpcomingJourneys journeys;

    /// <param name="cloud">The cloud.</param>
    /// <param name="deployed">The definitions as they are deployed.</param>
    public UpcomingMessages(LocalCloud cloud, DeployedFiles deployed)
    {
        (this.cloud, this.deployed, definitions) = (cloud, deployed, deployed.Stack.Set);
        platform = RunningPlatform.From(cloud);
        templates = definitions.TemplatesByName();
        reminders = new(definitions);
        journeys = new(definitions, StoredJourneys.Book(cloud));
    }

    /// <summary>The messages, the next one first, whether they will be sent or left out.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="length">How far to look ahead.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UpcomingMessage>> ForAsync(
        CustomerProfile customer, TimeSpan length, CancellationToken cancellation)
    {
        var now = cloud.Context.Clock.GetUtcNow();
        var announcements = await new UpcomingAnnouncements(cloud, deployed).ForAsync(customer, now, now + length, cancellation);
        return
        [
            .. (await OwnAsync(customer, now, now + length, cancellation)).Concat(announcements)
                .OrderBy(message => message.At)
                .ThenBy(message => message.Origin.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Those that come of what is known of the customer alone: reminders and journeys.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="now">The instant after which they are due.</param>
    /// <param name="until">By when they are due.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IEnumerable<UpcomingMessage>> OwnAsync(
        CustomerProfile customer, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var consents = await platform.ConsentsOfAsync(customer, cancellation);
        return customer.Members.SelectMany(member =>
        {
            var consent = consents.GetValueOrDefault(AddressKey.From(member.Endpoint));
            return reminders.For(member, consent, now, until).Concat(OfJourneys(member, consent, until));
        });
    }

    private IEnumerable<UpcomingMessage> OfJourneys(CustomerMember member, AddressConsent? consent, DateTimeOffset until) =>
        platform.Journeys(member.Endpoint.Id) is { Enrollments.Count: > 0 } known
            ? journeys.For(new JourneyMember(member, consent, definitions.Segments, templates), known, until)
            : [];
}
