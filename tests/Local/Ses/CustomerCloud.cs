using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Engagement;
using Engagement.Aws;
using Engagement.Customers;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.DynamoDb;
using Engagement.Local.Resources;
using Engagement.Ses.Customers;
using Engagement.Telemetry;
using Engagement.Times;
using Local.Tests.DynamoDb;

namespace Local.Tests.Ses;

/// <summary>The tables of customers, and the customers in them.</summary>
internal sealed class CustomerCloud
{
    public static readonly CustomerTables Tables = new("customers", "pointers", "dates");

    private readonly DynamoDbService service;

    /// <param name="more">Names of more tables, each with the key <c>id</c>.</param>
    public CustomerCloud(params IEnumerable<string> more)
    {
        service = new(new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock });
        Create(Tables.Customers, "id");
        Create(Tables.Pointers, "id");
        Create(Tables.Dates, "bucket", "entry");
        foreach (var table in more)
        {
            Create(table, "id");
        }

        Http = new(service);
        var metrics = new MetricsWriter(new JsonLineWriter(Stream.Null), Clock, "test");
        Calls = new(Clock, metrics);
        Customers = new(Http.Client, Tables, Clock, Calls);
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public InProcessDynamoDb Http { get; }

    public AwsCalls Calls { get; }

    public DynamoDbCustomers Customers { get; }

    /// <summary>All items of a table.</summary>
    public IReadOnlyList<JsonObject> Items(string table) => service.ItemsOf(table);

    /// <summary>All customers, those without anything left out.</summary>
    public async Task<IReadOnlyList<CustomerProfile>> AllAsync()
    {
        var page = await Customers.ReadAsync(new(0, 1), position: null, limit: 1_000, default);
        return [.. page.Customers.Where(each => each.Attributes.Count + each.Endpoints.Count > 0)];
    }

    /// <summary>All that is known of all customers, in an order that does not depend on how it came to be known.</summary>
    public async Task<string> StateAsync()
    {
        var state = new StringBuilder();
        foreach (var customer in (await AllAsync()).OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            state.AppendLine(CultureInfo.InvariantCulture, $"{customer.Id}");
            Add(state, customer.Attributes, values => string.Join(',', values));
            foreach (var endpoint in customer.Endpoints.Values.OrderBy(each => each.Id, StringComparer.Ordinal))
            {
                state.AppendLine(CultureInfo.InvariantCulture, $" {endpoint.Id} {endpoint.Owner?.User} {endpoint.Owner?.Before}");
                Add(state, endpoint.Fields, value => value);
                Add(state, endpoint.Attributes, values => string.Join(',', values));
                Add(state, endpoint.UserAttributes, values => string.Join(',', values));
                Add(state, endpoint.Metrics, value => value.ToString(CultureInfo.InvariantCulture));
            }
        }

        return state.ToString();
    }

    /// <summary>What is wrong between the tables; nothing must be.</summary>
    public async Task<IReadOnlyList<string>> FlawsAsync()
    {
        var flaws = new List<string>();
        var customers = await AllAsync();
        flaws.AddRange(Items(Tables.Pointers).Where(item => item["from"] is not null).Select(item => $"{item["id"]} is on the move"));
        foreach (var (customer, endpoint) in customers.SelectMany(each => each.Endpoints.Values.Select(endpoint => (each, endpoint))))
        {
            var pointer = Items(Tables.Pointers).Single(item => item["id"]!["S"]!.ToString() == $"E#{CustomerId.EndpointKey(endpoint.Id)}");
            flaws.AddRange(pointer["customer"]!["S"]!.ToString() == customer.Id
                ? []
                : [$"{endpoint.Id} is at {customer.Id} as well as at {pointer["customer"]}"]);
            flaws.AddRange(endpoint.Address is not { } address || AddressPointerTests.CustomersOf(this, address).Contains(customer.Id)
                ? []
                : [$"the address of {endpoint.Id} does not lead to {customer.Id}"]);
        }

        foreach (var customer in customers)
        {
            flaws.AddRange(customer.UserAttributes
                .Where(each => each.Value is [var text, ..] && IsoInstant.Parse(text) > Clock.GetUtcNow())
                .Where(each => !Items(Tables.Dates).Any(item => item["bucket"]!["S"]!.ToString()
                    .StartsWith($"{each.Key}#{each.Value[0][..10]}#", StringComparison.Ordinal)
                        && item["entry"]!["S"]!.ToString() == $"{each.Value[0]}#{ZoneOf(customer)}#{customer.Id}"))
                .Select(each => $"{each.Key} of {customer.Id} has no entry"));
        }

        return flaws;
    }

    private static string ZoneOf(CustomerProfile customer) =>
        customer.UserAttributes.GetValueOrDefault(ReservedNames.TimeZoneAttribute) is [var zone, ..] ? zone : "";

    private static void Add<T>(StringBuilder state, IReadOnlyDictionary<string, Stamped<T>> values, Func<T, string> shown)
    {
        foreach (var (name, value) in values.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            state.AppendLine(CultureInfo.InvariantCulture, $"  {name}={shown(value.Value)} {value.Stamp}");
        }
    }

    private void Create(string table, string hashKey, string? rangeKey = null)
    {
        string[] keys = rangeKey is null ? [hashKey] : [hashKey, rangeKey];
        (string, object)[] inputs =
        [
            ("name", table), ("hashKey", hashKey), ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", TableCloud.List([.. keys.Select(key => (object)TableCloud.Block(("name", key), ("type", "S")))])),
        ];
        var request = new ResourceRequest(
            TableCloud.Type, table, TableCloud.Block(rangeKey is null ? inputs : [.. inputs, ("rangeKey", rangeKey)]));
        service.ResourceTypes[TableCloud.Type](request, CancellationToken.None).GetAwaiter().GetResult();
    }
}
