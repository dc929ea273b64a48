using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement;
using Engagement.Aws.Functions;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Templates;
using Engagement.Identity;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;

namespace Benchmarks.Sending;

/// <summary>What the functions that send have in common, put together as their programs do, but for what lies outside them.</summary>
internal sealed class SendingFunctions : IDisposable
{
    private const string SenderAddress = "shop@example.com";

    private static readonly AWSCredentials Credentials = new BasicAWSCredentials("access", "secret");
    private static readonly SesSender Sender = new(SenderAddress, "set");

    private readonly HttpClient http;

    public SendingFunctions()
    {
        http = new(Aws);
        var factory = new SharedHttpClient(http);
        DynamoDb = new(Credentials, new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = factory });
        Ses = new(
            Credentials, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = factory });
        Customers = new(DynamoDb, Tables, Host.Time, Host.Calls);
        Templates = Definitions.TemplatesByName();
        Pages = OpenPages();
    }

    public InstantAws Aws { get; } = new();

    public FunctionHost Host { get; } = new(_ => "benchmark", Stream.Null, TimeProvider.System);

    public DefinitionSet Definitions { get; } =
        DefinitionSet.Load(Path.Combine(AppContext.BaseDirectory, "definitions"), SesLimits.Definitions);

    public Dictionary<string, MessageTemplate> Templates { get; }

    public AmazonDynamoDBClient DynamoDb { get; }

    public AmazonSimpleEmailServiceV2Client Ses { get; }

    public CustomerTables Tables { get; } = new("customers", "pointers", "dates");

    public DynamoDbCustomers Customers { get; }

    public PageSender Pages { get; }

    public void Dispose()
    {
        Host.Dispose();
        DynamoDb.Dispose();
        Ses.Dispose();
        http.Dispose();
    }

    private PageSender OpenPages()
    {
        var deliveries = new DynamoDbDeliveries(DynamoDb, "deliveries", Host.Calls);
        var keys = new SigningKeyCache(new FixedSecret(), Host.Time, Host.Log, Host.Metrics);
        var unsubscribing = new SesUnsubscribing(new(keys, "https://example.com/unsubscribe"), Definitions.Topics.Link);
        var messages = new SesMessages(Ses, new MessageRenderer(Templates), Sender, unsubscribing, Host.Calls);
        var channels = new Dictionary<Channel, SendingChannel>
        {
            [Channel.Email] = new(messages, new SendingPace(new Unlimited(), 1, Host.Time)),
        };
        return new(
            deliveries,
            new DynamoDbConsents(DynamoDb, "consents", Host.Calls),
            new EndpointSender(deliveries, channels, Host.Time, Host.Log, Host.Metrics),
            new ReceiverAttributes(Customers, Host.Log, Host.Metrics),
            Host.Time,
            Host.Log,
            Host.Metrics);
    }

    private sealed class Unlimited : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(1e9);
    }

    private sealed class FixedSecret : ISigningSecret
    {
        public Task<string> ReadAsync(CancellationToken cancellation) =>
            Task.FromResult("""{"current":"a signing key of thirty-two bytes"}""");
    }
}
