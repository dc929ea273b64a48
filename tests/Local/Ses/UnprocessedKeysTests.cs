using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Engagement.Services;
using Engagement.Ses.Customers;

namespace Local.Tests.Ses;

/// <summary>A table that leaves keys out of its answers, as DynamoDB does where the table is asked for too much.</summary>
public class UnprocessedKeysTests
{
    [Fact]
    public async Task Table_that_goes_on_keeping_keys_back_is_left_alone_after_five_answers()
    {
        var cloud = new CustomerCloud();
        using var client = new KeepingBack();
        var customers = new DynamoDbCustomers(client, CustomerCloud.Tables, cloud.Clock, cloud.Calls);
        var thrown = await Assert.ThrowsAsync<ServiceException>(() => customers.FindAsync(["ada"], default));
        Assert.Equal((ServiceFailure.Throttled, 5), (thrown.Failure, client.Answers));
    }

    private sealed class KeepingBack() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1)
    {
        public int Answers { get; private set; }

        public override Task<BatchGetItemResponse> BatchGetItemAsync(
            BatchGetItemRequest request, CancellationToken cancellationToken = default)
        {
            Answers++;
            return Task.FromResult(new BatchGetItemResponse { UnprocessedKeys = request.RequestItems });
        }
    }
}
