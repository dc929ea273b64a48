using System.Text.Json.Nodes;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Reminders;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The function that moves the segments of reminders on, and the alarm that it does not.</summary>
internal sealed class ReminderSlider : ComponentResource
{
    private const int TimeoutSeconds = 120;
    private const int OneHour = 3_600;

    public ReminderSlider(string name, RemindersArgs args, ReminderLedger ledger, IReadOnlyList<SlidingMessage> messages, ComponentResourceOptions? options = null)
        : base("engagement:reminders:ReminderSlider", name, options)
    {
        var app = args.Pinpoint.App;
        Function = new HandlerFunction(name, new()
        {
            Handler = "SlideReminders",
            Settings = args.Settings.Handlers,
            Definitions = [FunctionDefinition.From(args.Definitions.Reminders.ForReminding)],
            TimeoutSeconds = TimeoutSeconds,
            Environment = new InputMap<string>
            {
                { "STACK", Pulumi.Deployment.Instance.StackName },
                { "PINPOINT_APPLICATION_ID", app.ApplicationId },
                { "LEDGER_TABLE", ledger.Table.Name },
                { "SEGMENTS", Segments(messages) },
            },
            Statements =
            [
                new("KeepHours") { Actions = ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resources = [ledger.Table.Arn] },
                .. messages.Count == 0
                    ? (IEnumerable<Iam.Statement>)[]
                    : [new("SlideSegments") { Actions = ["mobiletargeting:UpdateSegment"], Resources = [.. messages.Select(message => (Input<string>)message.Segment.Arn)] }],
            ],
        }, new ComponentResourceOptions { Parent = this });
        if (messages.Count > 0)
        {
            CreateAlarm($"{name}-missed");
        }

        RegisterOutputs();
    }

    public HandlerFunction Function { get; }

    private void CreateAlarm(string name) => _ = new Aws.CloudWatch.MetricAlarm(name, new()
    {
        AlarmDescription = "No segment of reminders was moved for two hours, so that nobody is reminded: see the log of slide-reminders. What was missed is caught up.",
        Namespace = MetricName.Namespace,
        MetricName = MetricName.RemindersSlid,
        Dimensions = new InputMap<string> { { "Stack", Pulumi.Deployment.Instance.StackName } },
        Statistic = "Sum",
        ComparisonOperator = "LessThanThreshold",
        Threshold = 1,
        Period = OneHour,
        EvaluationPeriods = 2,
        TreatMissingData = "breaching",
    }, new CustomResourceOptions { Parent = this });

    private static Output<string> Segments(IReadOnlyList<SlidingMessage> messages) =>
        Output.All(messages.Select(message => Output.Tuple(message.Segment.Id, message.Base?.Id ?? Output.Create("")).Apply(ids => Json(message.Message.Name, ids.Item1, ids.Item2))))
            .Apply(members => $"{{{string.Join(',', members)}}}");

    // One member: names and ids hold nothing that JSON escapes.
    private static string Json(string name, string id, string baseId)
    {
        var segment = new JsonObject { ["id"] = id };
        if (baseId.Length > 0)
        {
            segment["base"] = baseId;
        }

        return $"\"{name}\":{segment.ToJsonString()}";
    }
}
