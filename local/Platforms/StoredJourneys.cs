using Engagement.Aws.Journeys;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Local.Cloud;

namespace Engagement.Local.Platforms;

/// <summary>The tables of journeys, which a stack has on each platform, as they are right now.</summary>
internal static class StoredJourneys
{
    /// <summary>The heads and versions; empty before a deployment.</summary>
    public static JourneyBook Book(LocalCloud cloud)
    {
        var items = DeployedTables.Items(cloud, "journeys-books").ToLookup(item => item[JourneyBookItem.Kind].S);
        return new(
            items[JourneyBookItem.HeadKind].Select(JourneyBookItem.ReadHead),
            items[JourneyBookItem.VersionKind].Select(JourneyBookItem.ReadVersion));
    }

    /// <summary>What the journeys know of each customer.</summary>
    public static IEnumerable<CustomerJourneys> Customers(LocalCloud cloud) =>
        DeployedTables.Items(cloud, "journeys-customers").Select(CustomerJourneysItem.Read);

    /// <summary>What the journeys know of the customer of an endpoint; null when they know nothing.</summary>
    public static CustomerJourneys? Customer(LocalCloud cloud, string endpointId) =>
        DeployedTables.Items(cloud, "journeys-customers", CustomerId.EndpointKey(endpointId))
            .Select(CustomerJourneysItem.Read)
            .FirstOrDefault();

    /// <summary>What became of the customer of an endpoint, the earliest first.</summary>
    public static IEnumerable<JourneyNote> History(LocalCloud cloud, string endpointId) =>
        DeployedTables.Items(cloud, "journeys-history", JourneyNoteItem.CustomerOf(endpointId).S).Select(JourneyNoteItem.Read);
}
