using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Services;
using Engagement.Ses.Customers;

namespace Engagement.Ses.Consent;

/// <summary>Consents in DynamoDB; see <see cref="ConsentItem"/> for their items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbConsents(IAmazonDynamoDB client, string table, AwsCalls calls) : IConsents
{
    // Each failure means that another writer got on. More writers of one address at once are a fault elsewhere.
    private const int MostAttempts = 20;

    /// <summary>
    /// A function's consents: <c>CONSENTS_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbConsents Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("CONSENTS_TABLE"), host.Calls);

    /// <inheritdoc/>
    public async Task<AddressConsent> FindAsync(string key, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = ConsentItem.KeyOf(key), ConsistentRead = true };
        var answer = await calls.CustomersAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? ConsentItem.Read(answer.Item) : AddressConsent.Unknown(key);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, AddressConsent>> FindAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, AddressConsent>(StringComparer.Ordinal);
        List<Dictionary<string, AttributeValue>>? left = [.. keys.Select(ConsentItem.KeyOf)];
        while (left is { Count: > 0 })
        {
            var asked = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = left, ConsistentRead = true } };
            var request = new BatchGetItemRequest { RequestItems = asked };
            var answer = await calls.CustomersAsync(() => client.BatchGetItemAsync(request, cancellation));
            foreach (var consent in (answer.Responses?.GetValueOrDefault(table) ?? []).Select(ConsentItem.Read))
            {
                found[consent.Key] = consent;
            }

            left = answer.UnprocessedKeys?.GetValueOrDefault(table)?.Keys;
        }

        return found;
    }

    /// <inheritdoc/>
    public Task ChooseAsync(string key, IReadOnlyList<ConsentChoice> choices, CancellationToken cancellation) =>
        ChangeAsync(key, before => choices.Aggregate(before, (consent, choice) => consent.With(choice)), cancellation);

    /// <inheritdoc/>
    public Task SuppressAsync(string key, Stamped<SuppressionReason> suppression, CancellationToken cancellation) =>
        ChangeAsync(key, before => before.With(suppression), cancellation);

    private async Task ChangeAsync(string key, Func<AddressConsent, AddressConsent> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await FindAsync(key, cancellation);
            var after = change(before);
            if (ReferenceEquals(before, after) || await TryWriteAsync(before, after, cancellation))
            {
                return;
            }
        }

        throw new ServiceException(ServiceFailure.Failed, "Consents: other writers were faster each time");
    }

    private Task<bool> TryWriteAsync(AddressConsent before, AddressConsent after, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = ConsentItem.From(after with { Revision = before.Revision + 1 }),
            ConditionExpression = before.Revision == 0 ? "attribute_not_exists(#revision)" : "#revision = :revision",
            ExpressionAttributeNames = new() { ["#revision"] = ConsentItem.Revision },
            ExpressionAttributeValues = before.Revision == 0 ? null : new() { [":revision"] = Attributes.Number(before.Revision) },
        };
        return calls.TryCustomersAsync(() => client.PutItemAsync(request, cancellation));
    }
}
