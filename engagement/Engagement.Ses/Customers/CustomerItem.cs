using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Engagement.Customers;
using static Engagement.Aws.ItemValues;
using static Engagement.Ses.Customers.Attributes;

namespace Engagement.Ses.Customers;

/// <summary>
/// A customer as an item of the customers' table. A value with the update that said it is <c>M { is, at N, by S }</c>, where <c>at</c> is
/// in Unix milliseconds and <c>by</c> the update's id.
/// <code>
/// id         S  the user's id, or ~ENDPOINT: partition key of the table
/// revision   N  counts the writes, for a write to be made upon the one that it read
/// attributes M  by name: values with updates, each L of S
/// endpoints  M  by id in small letters: M
///   id             S  the id as it was spelled
///   user           M? the user in the latest update that named one, with the update
///   before         M? the user in the latest update that named another, with the update
///   fields         M  by name, such as Address: values with updates, each S
///   attributes     M  by name: values with updates, each L of S
///   metrics        M  by name: values with updates, each S, since a double may be larger than a number of DynamoDB
///   userAttributes M  by name: values with updates, each L of S, of updates that named no user
/// </code>
/// </summary>
internal static class CustomerItem
{
    public const string Id = "id";
    public const string Revision = "revision";
    private const string AttributesName = "attributes";
    private const string Endpoints = "endpoints";
    private const string User = "user";
    private const string Before = "before";
    private const string Fields = "fields";
    private const string Metrics = "metrics";
    private const string UserAttributes = "userAttributes";

    public static Dictionary<string, AttributeValue> KeyOf(string customerId) => new() { [Id] = Text(customerId) };

    public static Dictionary<string, AttributeValue> From(CustomerProfile profile) => new()
    {
        [Id] = Text(profile.Id),
        [Revision] = Number(profile.Revision),
        [AttributesName] = Lists(profile.Attributes),
        [Endpoints] = Map(profile.Endpoints, From),
    };

    public static CustomerProfile Read(Dictionary<string, AttributeValue> item) => new()
    {
        Id = item[Id].S,
        Revision = LongOf(item[Revision]),
        Attributes = ListsOf(item, AttributesName),
        Endpoints = MapOf(item, Endpoints, EndpointOf),
    };

    private static AttributeValue From(CustomerEndpoint endpoint)
    {
        var members = new Dictionary<string, AttributeValue>
        {
            [Id] = Text(endpoint.Id),
            [Fields] = Map(endpoint.Fields, field => Stamped(field, Text)),
            [AttributesName] = Lists(endpoint.Attributes),
            [Metrics] = Map(endpoint.Metrics, metric => Stamped(metric, Double)),
            [UserAttributes] = Lists(endpoint.UserAttributes),
        };
        if (endpoint.Owner is { } owner)
        {
            members.Add(User, Stamped(owner.User, Text));
        }

        if (endpoint.Owner?.Before is { } before)
        {
            members.Add(Before, Stamped(before, Text));
        }

        return Map(members);
    }

    private static CustomerEndpoint EndpointOf(Dictionary<string, AttributeValue> members) => new()
    {
        Id = members[Id].S,
        Owner = UserOf(members, User) is { } user ? new(user, UserOf(members, Before)) : null,
        Fields = MapOf(members, Fields, field => StampedOf(field, value => value.S)),
        Attributes = ListsOf(members, AttributesName),
        Metrics = MapOf(members, Metrics, metric => StampedOf(metric, DoubleOf)),
        UserAttributes = ListsOf(members, UserAttributes),
    };

    private static Stamped<string>? UserOf(Dictionary<string, AttributeValue> members, string name) =>
        members.TryGetValue(name, out var user) ? StampedOf(user.M, value => value.S) : null;

    private static AttributeValue Lists(IReadOnlyDictionary<string, Stamped<IReadOnlyList<string>>> attributes) =>
        Map(attributes, attribute => Stamped(attribute, Texts));

    private static Dictionary<string, Stamped<IReadOnlyList<string>>> ListsOf(Dictionary<string, AttributeValue> members, string name) =>
        MapOf(members, name, attribute => StampedOf(attribute, TextsOf));

    private static AttributeValue Double(double value) => Text(value.ToString("R", CultureInfo.InvariantCulture));

    private static double DoubleOf(AttributeValue value) => double.Parse(value.S, CultureInfo.InvariantCulture);
}
