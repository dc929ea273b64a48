using Amazon.DynamoDBv2.Model;
using Engagement.Services;
using static Engagement.Aws.ItemValues;

namespace Engagement.Ses.Customers;

/// <summary>
/// Items that count their writes. A write is made upon the count that was read, and fails where another writer was faster. The count of an
/// item that is not there is 0.
/// </summary>
internal static class CountedItems
{
    // Each failure means that another writer got on. More writers of one item at once are a fault elsewhere.
    private const int MostAttempts = 20;

    /// <summary>Puts an item, unless it has changed since it was read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item, with the next count.</param>
    /// <param name="counter">The attribute that counts.</param>
    /// <param name="read">The count that was read.</param>
    public static PutItemRequest Put(string table, Dictionary<string, AttributeValue> item, string counter, long read) => new()
    {
        TableName = table,
        Item = item,
        ConditionExpression = read == 0 ? "attribute_not_exists(#counter)" : "#counter = :counter",
        ExpressionAttributeNames = new() { ["#counter"] = counter },
        ExpressionAttributeValues = read == 0 ? null : new() { [":counter"] = Number(read) },
    };

    /// <summary>Deletes an item, unless it has changed since it was read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="counter">The attribute that counts.</param>
    /// <param name="read">The count that was read.</param>
    public static DeleteItemRequest Delete(string table, Dictionary<string, AttributeValue> key, string counter, long read) => new()
    {
        TableName = table,
        Key = key,
        ConditionExpression = "#counter = :counter",
        ExpressionAttributeNames = new() { ["#counter"] = counter },
        ExpressionAttributeValues = new() { [":counter"] = Number(read) },
    };

    /// <summary>Reads and writes until no other writer was faster, at most 20 times.</summary>
    /// <param name="store">What the items are, for the error.</param>
    /// <param name="tryOnceAsync">Reads and writes; false where another writer was faster.</param>
    /// <exception cref="ServiceException">Other writers were faster each time.</exception>
    public static async Task RepeatAsync(string store, Func<Task<bool>> tryOnceAsync)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await tryOnceAsync())
            {
                return;
            }
        }

        throw new ServiceException(ServiceFailure.Failed, $"{store}: other writers were faster each time");
    }
}
