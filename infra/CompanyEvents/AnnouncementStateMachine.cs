using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Launches the campaigns of one announcement's events without a function: a state machine that calls DynamoDB, Pinpoint and SNS itself, and the rule that
/// starts it. What it does stands in <c>Announcement.asl.json</c>.
/// </summary>
internal sealed class AnnouncementStateMachine : ComponentResource
{
    public AnnouncementStateMachine(string name, AnnouncementStateMachineArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:AnnouncementStateMachine", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var log = new Aws.CloudWatch.LogGroup($"{name}-log", new()
        {
            // Under this prefix CloudWatch needs no statement for each group in its resource policy, whose size is limited.
            NamePrefix = $"/aws/vendedlogs/states/{Pulumi.Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.Events.Settings.Handlers.LogRetentionDays,
        }, asChild);
        var role = new Aws.Iam.Role(name, new() { AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("states.amazonaws.com", Arn.Account(log.Arn))) }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new() { Role = role.Id, Policy = PolicyDocument.Allow(Statements(args)) }, asChild);
        Machine = CreateMachine(name, args, role, log, policy);
        Alarm($"{name}-failed", "ExecutionsFailed", args.Announcement.Name);
        Alarm($"{name}-timed-out", "ExecutionsTimedOut", args.Announcement.Name);
        Trigger = new StateMachineTrigger(name, new() { Announcement = args.Announcement, Bus = args.Bus, Machine = Machine }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Aws.Sfn.StateMachine Machine { get; }

    public StateMachineTrigger Trigger { get; }

    private Aws.Sfn.StateMachine CreateMachine(string name, AnnouncementStateMachineArgs args, Aws.Iam.Role role, Aws.CloudWatch.LogGroup log, Resource policy) => new(
        name,
        new()
        {
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = Target(args).Apply(target => AnnouncementDefinition.Of(args.Announcement, target)),
            LoggingConfiguration = new Aws.Sfn.Inputs.StateMachineLoggingConfigurationArgs
            {
                Level = "ALL",
                // States and errors, but no attribute of an event.
                IncludeExecutionData = false,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
        },
        // Step Functions refuses a machine that may not write its log, and a campaign fails whose hook Pinpoint may not call.
        new CustomResourceOptions { Parent = this, DependsOn = { policy, args.Filter.Permission } });

    private static Output<AnnouncementTarget> Target(AnnouncementStateMachineArgs args)
    {
        string[] segments = [.. args.Announcement.Campaigns.Select(campaign => campaign.Segment).Distinct(StringComparer.Ordinal)];
        return Output.Tuple(
            Output.All(segments.Select(segment => args.Events.Audience.Segments[segment].Id)),
            // Waited for, so that no campaign names a template that is not there yet.
            Output.All(args.Announcement.Campaigns.Select(campaign => args.Events.Audience.Templates[campaign.Template].Template.TemplateName)),
            args.Events.Pinpoint.App.ApplicationId,
            args.Ledger.Table.Name,
            args.Filter.Hook.Function.Arn,
            args.Failures.Arn).Apply(ids => new AnnouncementTarget
            {
                SegmentIds = segments.Zip(ids.Item1).ToDictionary(segment => segment.First, segment => segment.Second, StringComparer.Ordinal),
                ApplicationId = ids.Item3,
                LedgerTable = ids.Item4,
                HookArn = ids.Item5,
                FailureTopicArn = ids.Item6,
            });
    }

    private static Statement[] Statements(AnnouncementStateMachineArgs args)
    {
        var app = args.Events.Pinpoint.App;
        return
        [
            new("KeepLedger") { Actions = ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem"], Resources = [args.Ledger.Table.Arn] },
            new("FindCampaigns") { Actions = ["mobiletargeting:GetCampaigns"], Resources = [app.Arn] },
            new("CreateCampaigns") { Actions = ["mobiletargeting:CreateCampaign"], Resources = [Output.Format($"{app.Arn}/campaigns")] },
            // The ids of campaigns are Pinpoint's to choose.
            new("FollowCampaigns") { Actions = ["mobiletargeting:GetCampaign"], Resources = [Output.Format($"{app.Arn}/campaigns/*")] },
            new("TellOfFailures") { Actions = ["sns:Publish"], Resources = [args.Failures.Arn] },
            // AWS knows no narrower resource for log deliveries: "Logging using CloudWatch Logs" in the Step Functions developer guide.
            new("DeliverLog")
            {
                Actions =
                [
                    "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
                ],
                Resources = ["*"],
            },
        ];
    }

    private void Alarm(string name, string metric, string announcement) => _ = new AboveZeroAlarm(name, new()
    {
        Description = $"An event of {announcement} did not reach everyone ({metric}): the topic of failures and the execution's history say why. Send the event again with its id once the cause is gone.",
        Namespace = "AWS/States",
        Metric = metric,
        Statistic = "Sum",
        Dimensions = new InputMap<string> { { "StateMachineArn", Machine.Arn } },
    }, new ComponentResourceOptions { Parent = this });
}
