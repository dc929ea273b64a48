using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Engagement.Aws;
using Engagement.Customers;
using Engagement.Local.Cloud;
using Engagement.Services;
using Engagement.Ses.Customers;
using Engagement.Telemetry;

namespace Engagement.Local.Customers;

/// <summary>Puts customers into the tables of a stack that keeps them itself, through the store that its functions use.</summary>
/// <param name="cloud">The cloud.</param>
/// <param name="tables">The tables.</param>
internal sealed class StoredCustomerLoader(LocalCloud cloud, CustomerTables tables)
{
    // As many as the server answers at once without waiting for each other.
    private const int AtOnce = 16;
    private const int Told = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Loads endpoints.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="loaded">Told after each hundred how many are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The store refuses one of them; says which, and why.</exception>
    public async Task LoadAsync(IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken)
    {
        using var client = Client();
        var customers = new DynamoDbCustomers(client, tables, cloud.Context.Clock, Calls());
        var done = 0;
        foreach (var batch in endpoints.Chunk(Told))
        {
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (update, cancellation) => await ApplyAsync(customers, update, cancellation));
            loaded(done += batch.Length);
        }
    }

    private static async Task ApplyAsync(DynamoDbCustomers customers, CustomerUpdate update, CancellationToken cancellationToken)
    {
        try
        {
            await customers.ApplyAsync([update], cancellationToken);
        }
        catch (ServiceException e)
        {
            throw new FormatException($"The store refused the customer's endpoint '{update.EndpointId}': {e.Message}", e);
        }
    }

    // Keys that this cloud did not issue are the account's.
    private AmazonDynamoDBClient Client() => new(
        new BasicAWSCredentials("local", "local"),
        AwsCalls.Bounded(
            new AmazonDynamoDBConfig
            {
                ServiceURL = cloud.Context.BaseUrl.ToString(),
                AuthenticationRegion = cloud.Context.Region,
            },
            Patience));

    // The metrics of a loader are not read.
    private static AwsCalls Calls() => new(TimeProvider.System, new(new JsonLineWriter(Stream.Null), TimeProvider.System, "local"));
}
