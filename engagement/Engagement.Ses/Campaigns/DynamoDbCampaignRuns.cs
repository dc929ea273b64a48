using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Services;
using static Engagement.Aws.ItemValues;

namespace Engagement.Ses.Campaigns;

/// <summary>The runs of campaigns in a DynamoDB table; see <see cref="RunItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbCampaignRuns(IAmazonDynamoDB client, string table, AwsCalls calls) : ICampaignRuns
{
    /// <summary>The sparse index of runs whose shares are not queued.</summary>
    public const string WaitingIndex = RunItem.Waiting;

    /// <summary>
    /// A function's runs: <c>RUNS_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbCampaignRuns Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("RUNS_TABLE"), host.Calls);

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(CampaignRun run, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = RunItem.From(run),
            ConditionExpression = $"attribute_not_exists({RunItem.Id})",
        };
        return TryAsync(() => client.PutItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public async Task<CampaignRun?> FindAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = RunItem.KeyOf(identity), ConsistentRead = true };
        var answer = await CallAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? RunItem.Read(answer.Item) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CampaignIdentity>> DueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = new List<CampaignIdentity>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = table,
                IndexName = WaitingIndex,
                KeyConditionExpression = "#waiting = :waiting AND #due <= :now",
                ExpressionAttributeNames = new() { ["#waiting"] = RunItem.Waiting, ["#due"] = RunItem.Due },
                ExpressionAttributeValues = new() { [":waiting"] = Text(RunItem.Waiting), [":now"] = RunItem.Instant(now) },
                ExclusiveStartKey = from,
            };
            var page = await CallAsync(() => client.QueryAsync(request, cancellation));
            due.AddRange((page.Items ?? []).Select(item => CampaignIdentity.FromName(item[RunItem.Id].S)).OfType<CampaignIdentity>());
            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);

        return due;
    }

    /// <inheritdoc/>
    public async Task<BegunPass> BeginAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        var request = Update(identity, "SET #state = :sending, #shares = if_not_exists(#shares, :shares)", "#state = :waiting");
        request.ReturnValues = ReturnValue.ALL_NEW;
        request.ExpressionAttributeNames = new() { ["#state"] = RunItem.State, ["#shares"] = RunItem.Shares };
        request.ExpressionAttributeValues = new()
        {
            [":sending"] = State(RunState.Sending),
            [":waiting"] = State(RunState.Waiting),
            [":shares"] = RunItem.From(CampaignRun.FirstShares),
        };
        try
        {
            var answer = await CallAsync(() => client.UpdateItemAsync(request, cancellation));
            return new(RunItem.PassOf(answer.Attributes), HasToQueue: true);
        }
        catch (ConditionalCheckFailedException exception)
        {
            // A run that has begun and is still due was begun by a sweep that ended before it could queue the shares, or by this very call.
            return exception.Item is { Count: > 0 } item
                ? new(RunItem.PassOf(item), RunItem.Read(item).State == RunState.Sending && item.ContainsKey(RunItem.Waiting))
                : throw new ServiceException(ServiceFailure.Refused, "Runs: the run to begin is not there", exception);
        }
    }

    /// <inheritdoc/>
    public Task NoteQueuedAsync(CampaignIdentity identity, int pass, CancellationToken cancellation)
    {
        var request = Update(identity, "REMOVE #waiting", $"#state <> :waiting AND {In(pass)}");
        request.ExpressionAttributeNames = new()
        {
            ["#state"] = RunItem.State,
            ["#pass"] = RunItem.Pass,
            ["#waiting"] = RunItem.Waiting,
        };
        request.ExpressionAttributeValues = WithPass(pass, new() { [":waiting"] = State(RunState.Waiting) });
        return TryAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public async Task<bool> TryMoveAsync(
        CampaignIdentity identity, int share, RunShare from, RunShare to, CancellationToken cancellation)
    {
        var by = Guid.NewGuid().ToString("N");
        var request = Update(identity, $"SET #shares[{share}] = :to", $"#state = :sending AND #shares[{share}].#page = :page");
        request.ExpressionAttributeNames = new()
        {
            ["#state"] = RunItem.State,
            ["#shares"] = RunItem.Shares,
            ["#page"] = RunItem.Page,
        };
        request.ExpressionAttributeValues = new()
        {
            [":sending"] = State(RunState.Sending),
            [":page"] = Number(from.Page),
            [":to"] = RunItem.From(to, by),
        };
        try
        {
            await CallAsync(() => client.UpdateItemAsync(request, cancellation));
            return true;
        }
        catch (ConditionalCheckFailedException exception)
        {
            // The client repeats a call whose answer is late: what is there then may be what this very call wrote.
            return exception.Item is { Count: > 0 } item && RunItem.WriterOf(item, share) == by;
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryHoldAsync(CampaignIdentity identity, int pass, DateTimeOffset due, CancellationToken cancellation)
    {
        var request = Update(
            identity,
            "SET #state = :state, #waiting = :index, #due = :due, #pass = :next",
            $"#state = :sending AND {In(pass)}");
        request.ExpressionAttributeNames = new()
        {
            ["#state"] = RunItem.State,
            ["#waiting"] = RunItem.Waiting,
            ["#due"] = RunItem.Due,
            ["#pass"] = RunItem.Pass,
        };
        request.ExpressionAttributeValues = WithPass(pass, new()
        {
            [":state"] = State(RunState.Waiting),
            [":sending"] = State(RunState.Sending),
            [":index"] = Text(RunItem.Waiting),
            [":due"] = RunItem.Instant(due),
            [":next"] = Number(pass + 1),
        });
        return TryAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task<bool> TryCompleteAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        var request = Update(identity, "SET #state = :completed", "#state = :sending");
        request.ExpressionAttributeNames = new() { ["#state"] = RunItem.State };
        request.ExpressionAttributeValues = new()
        {
            [":completed"] = State(RunState.Completed),
            [":sending"] = State(RunState.Sending),
        };
        return TryAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task InvalidateAsync(CampaignIdentity identity, string problem, CancellationToken cancellation)
    {
        var request = Update(
            identity, "SET #state = :invalid, #problem = :problem REMOVE #waiting", "#state IN (:waiting, :sending)");
        request.ExpressionAttributeNames = new()
        {
            ["#state"] = RunItem.State,
            ["#problem"] = RunItem.Problem,
            ["#waiting"] = RunItem.Waiting,
        };
        request.ExpressionAttributeValues = new()
        {
            [":invalid"] = State(RunState.Invalid),
            [":problem"] = Text(problem),
            [":waiting"] = State(RunState.Waiting),
            [":sending"] = State(RunState.Sending),
        };
        return TryAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    private UpdateItemRequest Update(CampaignIdentity identity, string expression, string condition) => new()
    {
        TableName = table,
        Key = RunItem.KeyOf(identity),
        UpdateExpression = expression,
        ConditionExpression = condition,
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    // An item in its first pass has no number of one.
    private static string In(int pass) => pass == 1 ? "attribute_not_exists(#pass)" : "#pass = :pass";

    private static Dictionary<string, AttributeValue> WithPass(int pass, Dictionary<string, AttributeValue> values)
    {
        if (pass > 1)
        {
            values.Add(":pass", Number(pass));
        }

        return values;
    }

    private static AttributeValue State(RunState state) => Text(RunItem.NameOf(state));

    private async Task<bool> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await CallAsync(call);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call) =>
        calls.CallAsync(ServiceMetrics.Ledger, call, exception => exception is ConditionalCheckFailedException);
}
