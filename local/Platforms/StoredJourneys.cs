using Engagement.Aws.Journeys;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.DynamoDb;

namespace Engagement.Local.Platforms;

/// <summary>The tables of journeys, which a stack has on each platform, as they are right now.</summary>
internal static class StoredJourneys
{
    private const string Table = "aws:dynamodb/table:Table";

    /// <summary>The heads and versions; empty before a deployment.</summary>
    public static JourneyBook Book(LocalCloud cloud)
    {
        var items = ItemsOf(cloud, "journeys-books").ToLookup(item => item[JourneyBookItem.Kind].S);
        return new(
            items[JourneyBookItem.HeadKind].Select(JourneyBookItem.ReadHead),
            items[JourneyBookItem.VersionKind].Select(JourneyBookItem.ReadVersion));
    }

    /// <summary>What the journeys know of each customer.</summary>
    public static IEnumerable<CustomerJourneys> Customers(LocalCloud cloud) =>
        ItemsOf(cloud, "journeys-customers").Select(CustomerJourneysItem.Read);

    /// <summary>What the journeys know of the customer of an endpoint; null when they know nothing.</summary>
    public static CustomerJourneys? Customer(LocalCloud cloud, string endpointId) =>
        ItemsOf(cloud, "journeys-customers", CustomerId.EndpointKey(endpointId)).Select(CustomerJourneysItem.Read).FirstOrDefault();

    /// <summary>What became of the customer of an endpoint, the earliest first.</summary>
    public static IEnumerable<JourneyNote> History(LocalCloud cloud, string endpointId) =>
        ItemsOf(cloud, "journeys-history", JourneyNoteItem.CustomerOf(endpointId).S).Select(JourneyNoteItem.Read);

    private static IEnumerable<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> ItemsOf(
        LocalCloud cloud, string name, string partitionKey) =>
        cloud.Graph.Find(Table, name) is { Id: { } table }
            ? cloud.Service<DynamoDbService>().ItemsOf(table, partitionKey).Select(AttributeValues.Read)
            : [];

    private static IEnumerable<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> ItemsOf(LocalCloud cloud, string name) =>
        cloud.Graph.Find(Table, name) is { Id: { } table }
            ? cloud.Service<DynamoDbService>().ItemsOf(table).Select(AttributeValues.Read)
            : [];
}
