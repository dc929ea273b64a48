using System.Text.Json;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement.Aws;
using Engagement.Aws.Erasure;
using Engagement.Aws.Journeys;
using Engagement.Cli.Commands;
using Engagement.Functions;
using Engagement.Pinpoint.Erasure;
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
    private const string ApplicationOutput = "pinpointApplicationId";
    private const string TopicOutput = "companyEventFailures";

    // A person waits, and no function's time runs out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StackPlace place;
    private readonly JsonElement outputs;
    private readonly EnvironmentReader variables;
    private AmazonDynamoDBClient? dynamoDb;
    private AmazonSimpleEmailServiceV2Client? email;
    private AmazonPinpointClient? pinpoint;

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
    public bool KeepsCustomers => outputs.TryGetProperty(VariablesOutput, out var all) && JsonText.Read(all, "CUSTOMERS_TABLE") is not null;

    public AmazonDynamoDBClient DynamoDb => dynamoDb ??= Create<AmazonDynamoDBClient, AmazonDynamoDBConfig>(
        new(), (credentials, config) => credentials is null ? new(config) : new(credentials, config));

    public AmazonSimpleEmailServiceV2Client Email => email ??= Create<AmazonSimpleEmailServiceV2Client, AmazonSimpleEmailServiceV2Config>(
        new(), (credentials, config) => credentials is null ? new(config) : new(credentials, config));

    public CustomerTables Tables => Read(CustomerTables.Read);

    public string DeliveriesTable => Read(reader => reader.Required("DELIVERIES_TABLE"));

    public RecordTables Records => Read(RecordTables.Read);

    public DynamoDbCustomerJourneys Journeys => new(DynamoDb, Records.Journeys.Customers, Time, Calls);

    public DynamoDbJourneyHistory JourneyHistory => new(DynamoDb, Records.Journeys.History, Calls);

    /// <summary>The customers of a stack whose platform keeps them.</summary>
    public PinpointCustomers PinpointCustomers => new(
        pinpoint ??= Create<AmazonPinpointClient, AmazonPinpointConfig>(
            new(), (credentials, config) => credentials is null ? new(config) : new(credentials, config)),
        Application ?? throw NotDeployed,
        Calls);

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

        var application = Application;
        Dispose();
        throw application is null
            ? NotDeployed
            : new CommandException($"{place.Name} stands on Pinpoint, whose application {application} keeps the customers. {instead}");
    }

    public void Dispose()
    {
        dynamoDb?.Dispose();
        email?.Dispose();
        pinpoint?.Dispose();
    }

    private string? Application => JsonText.Read(outputs, ApplicationOutput);

    private CommandException NotDeployed =>
        new($"{place.Name} has no output '{VariablesOutput}': deploy the stack, as it is in this repository, and try again.");

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
