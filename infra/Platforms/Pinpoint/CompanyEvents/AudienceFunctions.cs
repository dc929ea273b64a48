using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Queues;
using Engagement.Pinpoint;
using Engagement.Pinpoint.Campaigns;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>
/// The hook of all campaigns, and what writes the user attributes that it asks for. Pinpoint gives the hook 15 seconds, and takes two
/// batches of endpoints a second.
/// </summary>
internal sealed class AudienceFunctions : ComponentResource
{
    private const int WriterTimeoutSeconds = 60;

    // The least that Lambda allows.
    private const int WriterConcurrency = 2;

    // Ten calls of 100 endpoints: with ten messages at a time most of Pinpoint's two calls a second would be nearly empty.
    private const int WriterBatch = 1_000;
    private const int WriterWindowSeconds = 2;

    public AudienceFunctions(string name, PinpointParts parts, EventLedger ledger, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:AudienceFilter", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Attributes = new ReliableQueue($"{name}-attributes", new()
        {
            ConsumerTimeoutSeconds = WriterTimeoutSeconds,
            MaximumReceives = parts.Args.Settings.CompanyEvents.MaximumReceives,
        }, asChild);
        Hook = CreateHook(parts, ledger, asChild);
        Permission = PinpointPermission.Create("filter-audience-permission", Hook, parts.App, "campaigns/*", this);
        CreateWriter($"{name}-source", parts, asChild);
        RegisterOutputs();
    }

    public ReliableQueue Attributes { get; }

    public HandlerFunction Hook { get; }

    /// <summary>Pinpoint's permission to call the hook, without which a campaign fails.</summary>
    public Aws.Lambda.Permission Permission { get; }

    private HandlerFunction CreateHook(PinpointParts parts, EventLedger ledger, ComponentResourceOptions asChild) =>
        new("filter-audience", new()
        {
            Handler = "FilterAudience",
            Defaults = parts.Args.Functions,
            Definitions = [FunctionDefinition.From(parts.Args.Definitions.Announcements.ForFiltering)],
            TimeoutSeconds = (int)HookResponder.Patience.TotalSeconds,
            Grants =
            [
                // The ids of campaigns are Pinpoint's to choose.
                new()
                {
                    Statements =
                    [
                        new("ReadCampaign")
                        {
                            Actions = ["mobiletargeting:GetCampaign"],
                            Resources = [Output.Format($"{parts.App.Arn}/campaigns/*")],
                        },
                    ],
                },
                ledger.Allow("ReadEvent", "dynamodb:GetItem"),
                new(("WRITE_QUEUE_URL", Attributes.Queue.Url))
                {
                    Statements = [new("AskForAttributes") { Actions = ["sqs:SendMessage"], Resources = [Attributes.Queue.Arn] }],
                },
            ],
        }, asChild);

    private void CreateWriter(string source, PinpointParts parts, ComponentResourceOptions asChild) =>
        _ = new HandlerFunction("write-user-attributes", new()
        {
            Handler = "WriteUserAttributes",
            Defaults = parts.Args.Functions,
            TimeoutSeconds = WriterTimeoutSeconds,
            Source = new()
            {
                Name = source,
                Queue = Attributes,
                BatchSize = WriterBatch,
                WindowSeconds = WriterWindowSeconds,
                MaximumConcurrency = WriterConcurrency,
            },
            Grants =
            [
                new((PinpointEnvironment.ApplicationId, parts.App.ApplicationId))
                {
                    // Of the application as a whole: "Actions, resources, and condition keys" of Pinpoint knows no narrower one.
                    Statements =
                    [
                        new("WriteAttributes") { Actions = ["mobiletargeting:UpdateEndpointsBatch"], Resources = [parts.App.Arn] },
                    ],
                },
            ],
        }, asChild);
}
