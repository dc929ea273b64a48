using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Launches the campaigns of one announcement's events without a function: a state machine that calls DynamoDB, the platform and SNS
/// itself. The publisher starts it. What it does stands in <c>Announcement.asl.json</c>.
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
            RetentionInDays = args.LogRetentionDays,
        }, asChild);
        var role = new Aws.Iam.Role(name, new()
        {
            AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("states.amazonaws.com", OutputArn.Account(log.Arn))),
        }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new()
        {
            Role = role.Id,
            Policy = PolicyDocument.Allow(Statements(args)),
        }, asChild);
        Machine = CreateMachine(name, args, role, log, policy);
        Alarm($"{name}-failed", "ExecutionsFailed", args.Announcement.Name);
        Alarm($"{name}-timed-out", "ExecutionsTimedOut", args.Announcement.Name);
        RegisterOutputs();
    }

    public Aws.Sfn.StateMachine Machine { get; }

    private Aws.Sfn.StateMachine CreateMachine(
        string name, AnnouncementStateMachineArgs args, Aws.Iam.Role role, Aws.CloudWatch.LogGroup log, Resource policy) => new(
        name,
        new()
        {
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = Output.Tuple(args.Ledger.Table.Name, args.Failures.Arn, args.Steps.States)
                .Apply(known => AnnouncementDefinition.Write(args.Announcement, known.Item1, known.Item2, known.Item3)),
            LoggingConfiguration = new Aws.Sfn.Inputs.StateMachineLoggingConfigurationArgs
            {
                Level = "ALL",
                // States and errors, but no attribute of an event.
                IncludeExecutionData = false,
                LogDestination = Output.Format($"{log.Arn}:*"),
            },
        },
        // Step Functions refuses a machine that may not write its log.
        new CustomResourceOptions { Parent = this, DependsOn = new Resource[] { policy }.Concat(args.Steps.DependsOn).ToList() });

    private static Statement[] Statements(AnnouncementStateMachineArgs args) =>
    [
        new("KeepLedger")
        {
            Actions = ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem"],
            Resources = [args.Ledger.Table.Arn],
        },
        .. args.Steps.Statements,
        new("TellOfFailures") { Actions = ["sns:Publish"], Resources = [args.Failures.Arn] },
        // AWS knows no narrower resource for log deliveries: "Logging using CloudWatch Logs" in the Step Functions developer guide.
        new("DeliverLog")
        {
            Actions =
            [
                "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
            ],
            Resources = ["*"],
        },
    ];

    private void Alarm(string name, string metric, string announcement) => ThresholdAlarm.AboveZero(
        name,
        $"An event of {announcement} did not reach every customer ({metric}). The topic of failures and the execution's history name the"
            + " reason. Mend it, then send the event again with its id.",
        new("AWS/States", metric, "Sum", new InputMap<string> { { "StateMachineArn", Machine.Arn } }),
        this);
}
