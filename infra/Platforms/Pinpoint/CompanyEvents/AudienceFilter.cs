using Engagement.Definitions.Functions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>
/// The hook of all campaigns, and what writes the user attributes that it asks for: Pinpoint gives the hook 15 seconds, and takes two batches of
/// endpoints a second.
/// </summary>
internal sealed class AudienceFilter : ComponentResource
{
    // "Customizing segments with AWS Lambda" in the Pinpoint developer guide.
    private const int HookTimeoutSeconds = 15;
    private const int WriterTimeoutSeconds = 60;

    // The least that Lambda allows.
    private const int WriterConcurrency = 2;

    // Ten calls of 100 endpoints: with ten messages at a time most of Pinpoint's two calls a second would be nearly empty.
    private const int WriterBatch = 1_000;
    private const int WriterWindowSeconds = 2;

    public AudienceFilter(string name, CompanyEventsArgs args, EventLedger ledger, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:AudienceFilter", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Attributes = new ReliableQueue($"{name}-attributes", new()
        {
            ConsumerTimeoutSeconds = WriterTimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
        }, asChild);
        Hook = CreateHook(args, ledger, asChild);
        Permission = PinpointPermission.Create("filter-audience-permission", Hook, args.Pinpoint.App, "campaigns/*", this);
        var writer = CreateWriter(args, asChild);
        _ = new Aws.Lambda.EventSourceMapping($"{name}-source", new()
        {
            EventSourceArn = Attributes.Queue.Arn,
            FunctionName = writer.Function.Arn,
            BatchSize = WriterBatch,
            MaximumBatchingWindowInSeconds = WriterWindowSeconds,
            FunctionResponseTypes = "ReportBatchItemFailures",
            ScalingConfig = new Aws.Lambda.Inputs.EventSourceMappingScalingConfigArgs { MaximumConcurrency = WriterConcurrency },
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public ReliableQueue Attributes { get; }

    public HandlerFunction Hook { get; }

    /// <summary>Pinpoint's permission to call the hook, without which a campaign fails.</summary>
    public Aws.Lambda.Permission Permission { get; }

    private HandlerFunction CreateHook(CompanyEventsArgs args, EventLedger ledger, ComponentResourceOptions asChild) => new("filter-audience", new()
    {
        Handler = "FilterAudience",
        Settings = args.Settings.Handlers,
        Definitions = [FunctionDefinition.From(args.Definitions.Announcements.ForFiltering)],
        TimeoutSeconds = HookTimeoutSeconds,
        Environment = new InputMap<string>
        {
            { "STACK", Pulumi.Deployment.Instance.StackName },
            { "LEDGER_TABLE", ledger.Table.Name },
            { "WRITE_QUEUE_URL", Attributes.Queue.Url },
        },
        Statements =
        [
            // The ids of campaigns are Pinpoint's to choose.
            new("ReadCampaign") { Actions = ["mobiletargeting:GetCampaign"], Resources = [Output.Format($"{args.Pinpoint.App.Arn}/campaigns/*")] },
            new("ReadEvent") { Actions = ["dynamodb:GetItem"], Resources = [ledger.Table.Arn] },
            new("AskForAttributes") { Actions = ["sqs:SendMessage"], Resources = [Attributes.Queue.Arn] },
        ],
    }, asChild);

    private HandlerFunction CreateWriter(CompanyEventsArgs args, ComponentResourceOptions asChild) => new("write-user-attributes", new()
    {
        Handler = "WriteUserAttributes",
        Settings = args.Settings.Handlers,
        TimeoutSeconds = WriterTimeoutSeconds,
        Environment = new InputMap<string>
        {
            { "STACK", Pulumi.Deployment.Instance.StackName },
            { "PINPOINT_APPLICATION_ID", args.Pinpoint.App.ApplicationId },
        },
        Statements =
        [
            new("TakeRequests") { Actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resources = [Attributes.Queue.Arn] },
            // Of the application as a whole: "Actions, resources, and condition keys" of Pinpoint knows no narrower resource for it.
            new("WriteAttributes") { Actions = ["mobiletargeting:UpdateEndpointsBatch"], Resources = [args.Pinpoint.App.Arn] },
        ],
    }, asChild);
}
