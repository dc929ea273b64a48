using System.Text.Json;
using EndToEnd.Tests;
using Faults.Tests.Rounds;
using Faults.Tests.Runs;

namespace Faults.Tests;

/// <summary>A thief empties a queue: what no part of the stack can make good.</summary>
internal sealed record Steal(int Minute, string Queue) : Act(Minute)
{
    public override Task DoAsync(Round round)
    {
        var queue = round.Shop.Cloud.Graph.Find("aws:sqs/queue:Queue", $"{Queue}-queue")!.Id;
        return round.Shop.Environment.CallAsync(
            HttpMethod.Post, "/", "sqs", JsonSerializer.Serialize(new { QueueUrl = queue }), "AmazonSQS.PurgeQueue");
    }

    public override string ToString() => $"{Minute,3} min: {Queue} is emptied";
}
