using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Engagement.Aws;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.DynamoDb;
using Engagement.Local.Server;
using Engagement.Local.Ses;
using Engagement.Telemetry;
using Pulumi;
using Pulumi.Testing;

namespace Cli.Tests;

/// <summary>
/// A local cloud behind its own server, with what commands need of a stack: tables, a sender, and the outputs that name them. Commands run
/// against it as they do against any other.
/// </summary>
internal sealed class OperatedCloud : IAsyncDisposable
{
    private static readonly (string Variable, string Table, string[] Keys)[] Tables =
    [
        ("CUSTOMERS_TABLE", "customers", ["id"]), ("POINTERS_TABLE", "pointers", ["id"]), ("DATES_TABLE", "dates", ["bucket", "entry"]),
        ("DELIVERIES_TABLE", "deliveries", ["id"]), ("REMINDER_LEDGER_TABLE", "reminders", ["id"]),
        ("CONSENTS_TABLE", "consents", ["id"]), ("JOURNEYS_TABLE", "journeys", ["id"]),
        ("JOURNEY_BOOKS_TABLE", "journey-books", ["kind", "name"]), ("JOURNEY_HISTORY_TABLE", "journey-history", ["customer", "note"]),
    ];

    // The others hold customers, which Pinpoint keeps itself, and what the stack sends.
    private static readonly string[] OnPinpoint =
        ["REMINDER_LEDGER_TABLE", "JOURNEYS_TABLE", "JOURNEY_BOOKS_TABLE", "JOURNEY_HISTORY_TABLE"];

    private readonly CloudServer server;
    private readonly LocalCloud cloud;

    private OperatedCloud(CloudServer server)
    {
        this.server = server;
        cloud = new(new CloudContext { Region = "eu-west-1", BaseUrl = server.Url, Clock = VirtualClock.Running() });
    }

    public Uri Url => server.Url;

    /// <summary>AWS's client of DynamoDB, for what functions write.</summary>
    public AmazonDynamoDBClient Client => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = Url.ToString(), AuthenticationRegion = "eu-west-1" });

    /// <summary>AWS's client of Pinpoint, of a stack on Pinpoint.</summary>
    public AmazonPinpointClient Pinpoint => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonPinpointConfig { ServiceURL = Url.ToString(), AuthenticationRegion = "eu-west-1" });

    /// <summary>The application of a stack on Pinpoint; null where the stack keeps its customers.</summary>
    public string? Application { get; private set; }

    public AwsCalls Calls { get; } = new(TimeProvider.System, new(new JsonLineWriter(Stream.Null), TimeProvider.System, "test"));

    public SesService Ses => cloud.Service<SesService>();

    /// <summary>A stack that keeps its customers, or one on Pinpoint.</summary>
    public static async Task<OperatedCloud> StartAsync(bool keepsCustomers = true)
    {
        var started = new OperatedCloud(await CloudServer.StartAsync(0, CancellationToken.None));
        started.server.Serve(started.cloud, (_, _) => throw new NotSupportedException("These tests deploy once."));
        started.cloud.Program = (engine, _, _) => started.DeclareAsync(engine, keepsCustomers);
        await started.cloud.DeployAsync(
            new() { Stack = "ses", Values = ImmutableSortedDictionary<string, string>.Empty, SecretKeys = [] }, _ => { }, default);
        started.server.Open();
        return started;
    }

    /// <summary>Runs a command against this cloud.</summary>
    public Task<CommandResult> RunAsync(params IReadOnlyList<string> arguments) =>
        CommandResult.RunAsync([.. arguments, "--local", $"{Url}"]);

    /// <summary>Runs a command, and sees it succeed.</summary>
    public async Task<string> SucceedAsync(params IReadOnlyList<string> arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        return result.Output;
    }

    /// <summary>Imports lines of CSV.</summary>
    public async Task ImportAsync(params IEnumerable<string> lines)
    {
        using var folder = new TestFolder();
        await SucceedAsync("customers", "import", folder.Write("customers.csv", lines));
    }

    /// <summary>All items of a table.</summary>
    public IReadOnlyList<JsonObject> Items(string table) => cloud.Service<DynamoDbService>().ItemsOf(table);

    /// <summary>All that the tables of customers hold but for how often something was written, in the order of the ids.</summary>
    public string State() => string.Join(
        '\n',
        Tables.Take(3).SelectMany(table => Items(table.Table)).Select(item =>
        {
            var shown = item.DeepClone().AsObject();
            Array.ForEach(["revision", "version", "writtenAt"], name => shown.Remove(name));
            return Sorted(shown)!.ToJsonString();
        }).Order(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await cloud.DisposeAsync();
        await server.DisposeAsync();
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    private async Task DeclareAsync(IMocks engine, bool keepsCustomers)
    {
        foreach (var (_, table, keys) in Tables)
        {
            await engine.NewResourceAsync(Resource("aws:dynamodb/table:Table", table, TableInputs(table, keys)));
        }

        await engine.NewResourceAsync(
            Resource("aws:sesv2/emailIdentity:EmailIdentity", "domain", Map(("emailIdentity", "example.com"))));
        await engine.NewResourceAsync(
            Resource("aws:sesv2/configurationSet:ConfigurationSet", "mail", Map(("configurationSetName", "mail"))));
        if (!keepsCustomers)
        {
            Application = (await engine.NewResourceAsync(Resource("aws:pinpoint/app:App", "engagement", Map()))).Item1;
        }

        var variables = Tables.Where(table => keepsCustomers || OnPinpoint.Contains(table.Variable))
            .ToImmutableDictionary(table => table.Variable, table => table.Table)
            .Add("MAIL_FROM", "Shop <shop@example.com>")
            .Add("CONFIGURATION_SET", "mail");
        await engine.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            "urn:pulumi:ses::engagement::pulumi:pulumi:Stack::engagement-ses",
            ImmutableDictionary<string, Output<object?>>.Empty
                .Add("operatorVariables", Output.Create((object?)variables))
                .Add("pinpointApplicationId", Output.Create((object?)Application))
                .Add("companyEventFailures", Output.Create((object?)"arn:aws:sns:eu-west-1:000000000000:failures"))));
    }

    private static ImmutableDictionary<string, object> TableInputs(string table, string[] keys)
    {
        var inputs = Map(
            ("name", table),
            ("billingMode", "PAY_PER_REQUEST"),
            ("hashKey", keys[0]),
            ("attributes", keys.Select(key => (object)Map(("name", key), ("type", "S"))).ToImmutableArray()));
        return keys.Length == 1 ? inputs : inputs.Add("rangeKey", keys[1]);
    }

    private static MockResourceArgs Resource(string type, string name, ImmutableDictionary<string, object> inputs) =>
        new() { Type = type, Name = name, Inputs = inputs };

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);
}
