using System.Text.Json;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement.Aws;
using Engagement.Aws.Journeys;
using Engagement.Cli.Commands;
using Engagement.Functions;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using Engagement.Telemetry;

namespace Engagement.Cli.Stacks;

/// <summary>
/// A stack that runs, as a command uses it: wired like a function, with the stack's output <c>operatorVariables</c> in place of environment
/// variables.
/// </summary>
internal sealed class OperatedStack : IDisposable
{
    private const string VariablesOutput = "operatorVariables";
    private const string TopicOutput = "companyEventFailures";

    // A person waits, and no function's time runs out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StackPlace place;
    private readonly JsonElement outputs;
    private readonly EnvironmentReader variables;
    private AmazonDynamoDBClient? dynamoDb;
    private AmazonSimpleEmailServiceV2Client? email;

    private OperatedStack(StackPlace place, JsonElement outputs)
    {
        (this.place, this.outputs) = (place, outputs);
        variables = new(name => outputs.TryGetProperty(VariablesOutput, out var all) ? JsonText.Read(all, name) : null);
        // Nobody reads the metrics of a command.
        Calls = new(Time, new(new JsonLineWriter(Stream.Null), Time, place.Name));
    }

    /// <summary>How the operator named it.</summary>
    public string Name => place.Name;

    public TimeProvider Time { get; } = TimeProvider.System;

    public AwsCalls Calls { get; }

    /// <summary>Whether the stack itself keeps its customers.</summary>
    public bool KeepsCustomers => outputs.TryGetProperty(VariablesOutput, out var all) && all.ValueKind == JsonValueKind.Object;

    public AmazonDynamoDBClient DynamoDb => dynamoDb ??= Create<AmazonDynamoDBClient, AmazonDynamoDBConfig>(
        new(), (credentials, config) => credentials is null ? new(config) : new(credentials, config));

    public AmazonSimpleEmailServiceV2Client Email => email ??= Create<AmazonSimpleEmailServiceV2Client, AmazonSimpleEmailServiceV2Config>(
        new(), (credentials, config) => credentials is null ? new(config) : new(credentials, config));

    public CustomerTables Tables => Read(CustomerTables.Read);

    public string DeliveriesTable => Read(reader => reader.Required("DELIVERIES_TABLE"));

    public string ReminderLedgerTable => Read(reader => reader.Required("REMINDER_LEDGER_TABLE"));

    public JourneyTables JourneyTables => Read(JourneyTables.Read);

    public DynamoDbCustomerJourneys Journeys => new(DynamoDb, JourneyTables.Customers, Time, Calls);

    public DynamoDbJourneyHistory JourneyHistory => new(DynamoDb, JourneyTables.History, Calls);

    public SesSender Sender => Read(SesSender.Read);

    public DynamoDbConsents Consents => new(DynamoDb, Read(reader => reader.Required("CONSENTS_TABLE")), Calls);

    public DynamoDbCustomers Customers => new(DynamoDb, Tables, Time, Calls);

    /// <summary>Opens a stack.</summary>
    /// <exception cref="CommandException">It does not tell its outputs.</exception>
    public static async Task<OperatedStack> OpenAsync(StackPlace place, CancellationToken cancellation) =>
        new(place, await StackOutputs.ReadAsync(place, cancellation));

    /// <summary>Goes on where the stack keeps its customers itself.</summary>
    /// <param name="instead">What to do where a platform keeps them.</param>
    /// <exception cref="CommandException">A platform keeps them, or nothing is deployed.</exception>
    public OperatedStack DemandCustomers(string instead)
    {
        if (KeepsCustomers)
        {
            return this;
        }

        var application = JsonText.Read(outputs, "pinpointApplicationId");
        Dispose();
        throw new CommandException(application is null
            ? $"{place.Name} has no output '{VariablesOutput}': deploy the stack, as it is in this repository, and try again."
            : $"{place.Name} stands on Pinpoint, whose application {application} keeps the customers. {instead}");
    }

    public void Dispose()
    {
        dynamoDb?.Dispose();
        email?.Dispose();
    }

    private T Read<T>(Func<EnvironmentReader, T> read)
    {
        var value = read(variables);
        variables.ThrowIfAny();
        return value;
    }

    private TClient Create<TClient, TConfig>(TConfig config, Func<AWSCredentials?, TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        AwsCalls.Bounded(config, Patience);
        if (place.LocalUrl is { } url)
        {
            (config.ServiceURL, config.AuthenticationRegion) = (url.ToString(), Region ?? "local");
            // Keys that the local cloud did not issue are the account's.
            return create(new BasicAWSCredentials("local", "local"), config);
        }

        if (Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return create(null, config);
    }

    // arn:aws:sns:<region>:<account>:<name>
    private string? Region => JsonText.Read(outputs, TopicOutput)?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;
}
