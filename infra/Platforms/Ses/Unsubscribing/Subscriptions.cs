using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Definitions.Functions;
using Engagement.Definitions.Topics;
using Engagement.Infra.Functions;
using Engagement.Infra.Identity;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Unsubscribing;

/// <summary>Where customers choose which messages they get: the links in messages, the page behind them, and the store.</summary>
internal sealed class Subscriptions : ComponentResource
{
    private const int PageTimeoutSeconds = 10;
    private const int StoringTimeoutSeconds = 30;
    private const int BatchSize = 10;

    private readonly PlatformArgs args;
    private readonly SigningSecret secret;
    private readonly SubscriptionsApi api;

    /// <param name="name">Begins the names of resources.</param>
    /// <param name="parts">What the platform is made of.</param>
    /// <param name="gatewayAccount">What an API that logs has to wait for; null where another stack has it.</param>
    /// <param name="options">Its parent.</param>
    public Subscriptions(string name, SesParts parts, Resource? gatewayAccount, ComponentResourceOptions? options = null)
        : base("engagement:ses:Subscriptions", name, options)
    {
        args = parts.Args;
        var asChild = new ComponentResourceOptions { Parent = this };
        secret = new SigningSecret(
            $"{name}-links",
            "Keys of the links by which customers unsubscribe: of old messages, too.",
            parts.Settings.LinkKeys.Keys,
            asChild);
        Queue = new ReliableQueue($"{name}-queue", new()
        {
            ConsumerTimeoutSeconds = StoringTimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
        }, asChild);
        var topics = FunctionDefinition.From(Topics(args.Definitions));
        CreateStoring("unsubscribe", topics, parts.Consents.Store, asChild);
        var page = CreatePage("show-subscriptions", topics, parts.Consents.Show, asChild);
        api = new SubscriptionsApi(
            $"{name}-api", page, Queue.Queue, args.Settings.Handlers, parts.Settings.LinkDomain, gatewayAccount, asChild);
        RegisterOutputs();
    }

    /// <summary>The choices that are not stored yet.</summary>
    public ReliableQueue Queue { get; }

    /// <summary>The records that the operator has to make for the links' domain; none where the stack makes them.</summary>
    public Output<ImmutableArray<string>> MissingRecords => api.MissingRecords;

    /// <summary>Lets a function put links into messages.</summary>
    public Grant MakeLinks => Grant.Join(secret.Read, new(("UNSUBSCRIBE_URL", api.Url)));

    private static TopicCatalog Topics(DefinitionSet definitions) =>
        definitions.Topics.ForChoosing(
            [.. definitions.Announcements.TopicNames, .. definitions.Reminders.TopicNames, .. definitions.Journeys.TopicNames]);

    private void CreateStoring(string name, FunctionDefinition topics, Grant consents, ComponentResourceOptions asChild) =>
        _ = new HandlerFunction(name, new()
        {
            Handler = "Unsubscribe",
            Defaults = args.Functions,
            Definitions = [topics],
            TimeoutSeconds = StoringTimeoutSeconds,
            Source = new() { Name = $"{name}-source", Queue = Queue, BatchSize = BatchSize, MaximumConcurrency = 2 },
            Grants = [secret.Read, consents],
        }, asChild);

    private HandlerFunction CreatePage(string name, FunctionDefinition topics, Grant consents, ComponentResourceOptions asChild) =>
        new(name, new()
        {
            Handler = "ShowSubscriptions",
            Defaults = args.Functions,
            Definitions = [topics],
            TimeoutSeconds = PageTimeoutSeconds,
            Grants = [secret.Read, consents],
        }, asChild);
}
