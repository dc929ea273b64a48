using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engagement.Customers;
using Engagement.Local.DynamoDb.Values;
using Engagement.Ses.Customers;

namespace Engagement.Local.Platforms;

/// <summary>Customers from their items. Each item is read once, since all customers are looked at again whenever one changes.</summary>
internal static class StoredProfiles
{
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, AttributeValue>, CustomerProfile> Known = [];

    /// <summary>The customer of an item of the customers' table.</summary>
    public static CustomerProfile Read(ImmutableDictionary<string, AttributeValue> item) =>
        Known.GetValue(item, static each => CustomerItem.Read(AttributeValues.Read(Item.ToJson(each))));
}
