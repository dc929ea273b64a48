using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>The function that launches the campaigns of published events, and the queue that has it try again.</summary>
internal sealed class CampaignLauncher : ComponentResource
{
    private const int TimeoutSeconds = 60;

    // Launches of one announcement look at the same ledger: more at once only get in each other's way. The least that Lambda allows.
    private const int Concurrency = 2;

    public CampaignLauncher(string name, CompanyEventsArgs args, EventLedger ledger, AudienceFilter filter, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CampaignLauncher", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Retries = new ReliableQueue($"{name}-retries", new()
        {
            ConsumerTimeoutSeconds = TimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
        }, asChild);
        Function = CreateFunction(name, args, ledger, filter, asChild);
        Permission = PinpointPermission.Create($"{name}-permission", Function, args.Pinpoint.App, "journeys/*", this);
        _ = new Aws.Lambda.EventSourceMapping($"{name}-source", new()
        {
            EventSourceArn = Retries.Queue.Arn,
            FunctionName = Function.Function.Arn,
            BatchSize = 10,
            FunctionResponseTypes = "ReportBatchItemFailures",
            ScalingConfig = new Aws.Lambda.Inputs.EventSourceMappingScalingConfigArgs { MaximumConcurrency = Concurrency },
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public ReliableQueue Retries { get; }

    public HandlerFunction Function { get; }

    /// <summary>Pinpoint's permission to call the function from journeys.</summary>
    public Aws.Lambda.Permission Permission { get; }

    private HandlerFunction CreateFunction(string name, CompanyEventsArgs args, EventLedger ledger, AudienceFilter filter, ComponentResourceOptions asChild)
    {
        var app = args.Pinpoint.App;
        return new HandlerFunction(name, new()
        {
            Handler = "LaunchCampaigns",
            Settings = args.Settings.Handlers,
            Definitions = [FunctionDefinition.From(args.Definitions.Announcements.ForLaunching)],
            TimeoutSeconds = TimeoutSeconds,
            Environment = new InputMap<string>
            {
                { "STACK", Pulumi.Deployment.Instance.StackName },
                { "PINPOINT_APPLICATION_ID", app.ApplicationId },
                { "LEDGER_TABLE", ledger.Table.Name },
                { "RETRY_QUEUE_URL", Retries.Queue.Url },
                { "FILTER_FUNCTION_ARN", filter.Hook.Function.Arn },
                { "SEGMENT_IDS", SegmentIds(args.Audience) },
                { "TEMPLATE_PREFIX", PinpointEmailTemplate.Prefix },
            },
            Statements =
            [
                new("FindPendingEvents") { Actions = ["dynamodb:Query", "dynamodb:Scan"], Resources = [ledger.PendingIndexArn] },
                new("KeepLedger") { Actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resources = [ledger.Table.Arn] },
                new("FindCampaigns") { Actions = ["mobiletargeting:GetCampaigns"], Resources = [app.Arn] },
                new("CreateCampaigns") { Actions = ["mobiletargeting:CreateCampaign"], Resources = [Output.Format($"{app.Arn}/campaigns")] },
                new("TryAgain")
                {
                    Actions = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
                    Resources = [Retries.Queue.Arn],
                },
            ],
        }, asChild);
    }

    private static Output<string> SegmentIds(Audience audience)
    {
        string[] names = [.. audience.Segments.Keys.Order(StringComparer.Ordinal)];
        return Output.All(names.Select(name => audience.Segments[name].Id)).Apply(ids => Json(names, ids));
    }

    private static string Json(string[] names, ImmutableArray<string> ids)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (name, id) in names.Zip(ids))
            {
                json.WriteString(name, id);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
