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
        var found = await client.FindAllAsync(table, [.. keys.Select(ConsentItem.KeyOf)], calls, cancellation);
        return found.Select(ConsentItem.Read).ToDictionary(consent => consent.Key, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task ChooseAsync(string key, IReadOnlyList<ConsentChoice> choices, CancellationToken cancellation) =>
        ChangeAsync(key, before => choices.Aggregate(before, (consent, choice) => consent.With(choice)), cancellation);

    /// <inheritdoc/>
    public Task SuppressAsync(string key, Stamped<SuppressionReason> suppression, CancellationToken cancellation) =>
        ChangeAsync(key, before => before.With(suppression), cancellation);

    /// <inheritdoc/>
    public Task LiftAsync(string key, UpdateStamp stamp, CancellationToken cancellation) =>
        ChangeAsync(key, before => before.Lift(stamp), cancellation);

    private Task ChangeAsync(string key, Func<AddressConsent, AddressConsent> change, CancellationToken cancellation) =>
        CountedItems.RepeatAsync("Consents", async () =>
        {
            var before = await FindAsync(key, cancellation);
            var after = change(before);
            return ReferenceEquals(before, after) || await TryWriteAsync(before, after, cancellation);
        });

    private Task<bool> TryWriteAsync(AddressConsent before, AddressConsent after, CancellationToken cancellation)
    {
        var item = ConsentItem.From(after with { Revision = before.Revision + 1 });
        var request = CountedItems.Put(table, item, ConsentItem.Revision, before.Revision);
        return calls.TryCustomersAsync(() => client.PutItemAsync(request, cancellation));
    }
}
