using Amazon.DynamoDBv2;
using Engagement.Aws;
using Engagement.Aws.Journeys;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.DynamoDb;
using Engagement.Telemetry;
using Local.Tests.Ses;

namespace Local.Tests.Platforms;

/// <summary>Writes into the tables of a stack with <see cref="PlatformStack.Journeys"/>, as functions do.</summary>
internal sealed class JourneyTables : IDisposable
{
    private readonly TimeProvider time;
    private readonly InProcessDynamoDb handler;
    private readonly AmazonDynamoDBClient client;
    private readonly AwsCalls calls = new(TimeProvider.System, new(new JsonLineWriter(Stream.Null), TimeProvider.System, "test"));

    public JourneyTables(LocalCloud cloud)
    {
        time = cloud.Context.Clock;
        handler = new(cloud.Service<DynamoDbService>());
        client = handler.Client;
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    /// <summary>Deploys journeys.</summary>
    public async Task DeployAsync(JourneyCatalog catalog, DateTimeOffset now)
    {
        using var books = new DynamoDbJourneyBooks(client, PlatformStack.NameOf("journeys-books"), time, calls);
        await books.WriteAsync(JourneyDeployment.Plan(catalog, await books.ReadAsync(default), now, now), default);
    }

    /// <summary>Writes down what journeys know of an endpoint's customer, and knew nothing of before.</summary>
    public async Task WriteAsync(CustomerJourneys customer) => Assert.True(
        await new DynamoDbCustomerJourneys(client, PlatformStack.NameOf("journeys-customers"), time, calls)
            .TryWriteAsync(customer, default));
}
