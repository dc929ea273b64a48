using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>The function that launches the campaigns of published events, and the queue that has it try again.</summary>
internal sealed class LauncherFunction : ComponentResource
{
    private const int TimeoutSeconds = 60;
    private const int Batch = 10;

    // Launches of one announcement look at the same ledger: more at once only get in each other's way. The least that Lambda allows.
    private const int Concurrency = 2;

    public LauncherFunction(
        string name, CompanyEventsArgs args, EventLedger ledger, IAnnouncements campaigns, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CampaignLauncher", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Retries = new ReliableQueue($"{name}-retries", new()
        {
            ConsumerTimeoutSeconds = TimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
        }, asChild);
        Function = new HandlerFunction(name, new()
        {
            Handler = "LaunchCampaigns",
            Defaults = args.Functions,
            Definitions = [FunctionDefinition.From(args.Definitions.Announcements.ForLaunching)],
            TimeoutSeconds = TimeoutSeconds,
            Source = new() { Name = $"{name}-source", Queue = Retries, BatchSize = Batch, MaximumConcurrency = Concurrency },
            Grants =
            [
                new() { Statements = [ledger.FindPendingEvents] },
                ledger.Allow("KeepLedger", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                campaigns.LaunchCampaigns(Retries),
            ],
        }, asChild);
        Trigger = campaigns.Connect(name, Function, Retries, this);
        RegisterOutputs();
    }

    public ReliableQueue Retries { get; }

    public HandlerFunction Function { get; }

    /// <summary>How a company event calls the function.</summary>
    public IEventTrigger Trigger { get; }
}
