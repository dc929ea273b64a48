using Amazon.DynamoDBv2;

namespace Engagement.Aws;

/// <summary>Makes clients of DynamoDB.</summary>
public static class DynamoDbClients
{
    /// <summary>A client that gives up after at most three attempts of 1 second.</summary>
    public static AmazonDynamoDBClient Create() => new(AwsCalls.Bounded(new AmazonDynamoDBConfig(), TimeSpan.FromSeconds(1)));
}
