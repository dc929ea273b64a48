using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Consent;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>
/// Items of the pointers' table that lead from an address to the customers who have it. What a provider tells of an address, such as a
/// bounce, finds them. The address itself is not readable in it:
/// <code>
/// id         S   A#HASH, SHA-256 in hexadecimal of the address in small letters: partition key
/// customers  SS  ids of customers who have the address, or had it
/// E#ENDPOINT M   at N, by S: the latest update that gave the endpoint this address
/// </code>
/// </summary>
internal sealed class AddressPointers(IAmazonDynamoDB client, string table, AwsCalls calls)
{
    public const string Customers = "customers";
    private const string Endpoint = "E#";
    private const string At = "at";
    private const string By = "by";

    /// <summary>Adds the addresses that a customer has after a change and had not before.</summary>
    public Task AddAsync(CustomerProfile before, CustomerProfile after, CancellationToken cancellation) =>
        Task.WhenAll(AddressesOf(after).Except(AddressesOf(before), StringComparer.Ordinal)
            .Select(KeyOf)
            .Distinct(StringComparer.Ordinal)
            .Select(key => AddAsync(key, after.Id, cancellation)));

    /// <summary>The customers who have an address, or had it.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string address, CancellationToken cancellation)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = new() { [EndpointPointers.Id] = ItemValues.Text(KeyOf(address)) },
            ConsistentRead = true,
        };
        var answer = await calls.CustomersAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? answer.Item.GetValueOrDefault(Customers)?.SS ?? [] : [];
    }

    /// <summary>Takes a customer with its endpoints off an address, and the item with the last one.</summary>
    /// <param name="key">The item's id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="endpoints">Keys of the customer's endpoints.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task RemoveAsync(string key, string customerId, IReadOnlyList<string> endpoints, CancellationToken cancellation)
    {
        var item = new Dictionary<string, AttributeValue> { [EndpointPointers.Id] = ItemValues.Text(key) };
        var remove = new UpdateItemRequest
        {
            TableName = table,
            Key = item,
            UpdateExpression = endpoints.Count == 0
                ? "DELETE #customers :customer"
                : $"DELETE #customers :customer REMOVE {string.Join(", ", endpoints.Select((_, index) => $"#endpoint{index}"))}",
            ExpressionAttributeNames = endpoints.Select((endpoint, index) => (Name: $"#endpoint{index}", Attribute: Endpoint + endpoint))
                .Append((Name: "#customers", Attribute: Customers))
                .ToDictionary(each => each.Name, each => each.Attribute),
            ExpressionAttributeValues = new() { [":customer"] = new() { SS = [customerId] } },
            ReturnValues = ReturnValue.ALL_NEW,
        };
        var left = await calls.CustomersAsync(() => client.UpdateItemAsync(remove, cancellation));
        if (left.Attributes.Count == item.Count)
        {
            await calls.TryCustomersAsync(() => client.DeleteItemAsync(UnlessTaken(item), cancellation));
        }
    }

    // By a customer who was given the address meanwhile.
    private DeleteItemRequest UnlessTaken(Dictionary<string, AttributeValue> item) => new()
    {
        TableName = table,
        Key = item,
        ConditionExpression = "attribute_not_exists(#customers)",
        ExpressionAttributeNames = new() { ["#customers"] = Customers },
    };

    /// <summary>Notes that an update gives an endpoint an address.</summary>
    /// <returns>The endpoints that were ever given the address, by their keys, each with the latest such update.</returns>
    public async Task<IReadOnlyDictionary<string, UpdateStamp>> NoteAsync(
        string address, string endpointId, UpdateStamp stamp, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = new() { [EndpointPointers.Id] = ItemValues.Text(KeyOf(address)) },
            UpdateExpression = "SET #endpoint = :stamp",
            ConditionExpression =
                "attribute_not_exists(#endpoint) OR #endpoint.#at < :at OR (#endpoint.#at = :at AND #endpoint.#by < :by)",
            ExpressionAttributeNames = new()
            {
                ["#endpoint"] = Endpoint + CustomerId.EndpointKey(endpointId),
                ["#at"] = At,
                ["#by"] = By,
            },
            ExpressionAttributeValues = Values(stamp),
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            var answer = await calls.CustomersAsync(() => client.UpdateItemAsync(request, cancellation));
            return EndpointsOf(answer.Attributes);
        }
        catch (ConditionalCheckFailedException exception)
        {
            return EndpointsOf(exception.Item);
        }
    }

    private async Task AddAsync(string key, string customerId, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = new() { [EndpointPointers.Id] = ItemValues.Text(key) },
            UpdateExpression = "ADD #customers :customer",
            ExpressionAttributeNames = new() { ["#customers"] = Customers },
            ExpressionAttributeValues = new() { [":customer"] = new() { SS = [customerId] } },
        };
        await calls.CustomersAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    private static Dictionary<string, AttributeValue> Values(UpdateStamp stamp)
    {
        var (at, by) = (ItemValues.Number(stamp.At.ToUnixTimeMilliseconds()), ItemValues.Text(stamp.Id));
        return new() { [":at"] = at, [":by"] = by, [":stamp"] = ItemValues.Map(new() { [At] = at, [By] = by }) };
    }

    private static Dictionary<string, UpdateStamp> EndpointsOf(Dictionary<string, AttributeValue> item) =>
        item.Where(attribute => attribute.Key.StartsWith(Endpoint, StringComparison.Ordinal)).ToDictionary(
            attribute => attribute.Key[Endpoint.Length..],
            attribute => new UpdateStamp(
                DateTimeOffset.FromUnixTimeMilliseconds(ItemValues.LongOf(attribute.Value.M[At])), attribute.Value.M[By].S),
            StringComparer.Ordinal);

    private static IEnumerable<string> AddressesOf(CustomerProfile profile) =>
        profile.Endpoints.Values.Select(endpoint => endpoint.Address).OfType<string>();

    private static string KeyOf(string address) => $"A#{AddressKey.From(address)}";
}
