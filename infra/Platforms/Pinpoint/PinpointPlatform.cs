using System.Collections.Immutable;
using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability.Dashboards;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Engagement.Infra.Platforms.Pinpoint.Journeys;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Infra.Platforms.Pinpoint.Reminders;
using Engagement.Infra.Queues;
using Engagement.Pinpoint;
using Engagement.Pinpoint.Provisioning;
using Engagement.Pinpoint.Quotas;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>Amazon Pinpoint: an application with its endpoints, segments, templates, campaigns and journeys.</summary>
internal sealed class PinpointPlatform : IPlatform
{
    /// <summary>The value of <c>engagement:platform</c>.</summary>
    public const string Name = "pinpoint";

    private static readonly string[] Handlers =
    [
        "AskJourney", "FilterAudience", "ProvisionPinpoint", "SelectReminders", "SlideReminders", "TendJourneys", "WriteUserAttributes",
    ];

    private readonly PlatformArgs args;
    private readonly PinpointSettings settings;
    private readonly Aws.Pinpoint.App app;
    private PinpointParts? parts;

    private PinpointPlatform(PlatformArgs args, PinpointSettings settings)
    {
        (this.args, this.settings) = (args, settings);
        app = new PinpointApp("engagement", settings).App;
        if (settings.EventStream is { } eventStream)
        {
            PinpointEventStream.Create(eventStream, args.Settings.Handlers.LogRetentionDays, app);
        }
    }

    // Declared with the first capability that tells customers something: recording events needs none of them.
    private PinpointParts Parts => parts ??= DeclareParts();

    /// <inheritdoc/>
    public Grant RecordEvents => Grant.Join(
        args.Journeys.NoteEvents,
        new(Variable, (PinpointEnvironment.ApplicationId, app.ApplicationId))
        {
            Statements =
            [
                new("RecordEvents") { Actions = ["mobiletargeting:PutEvents"], Resources = [Output.Format($"{app.Arn}/events")] },
            ],
        });

    /// <inheritdoc/>
    public IReadOnlyList<FunctionDefinition> RecordingDefinitions => [];

    /// <inheritdoc/>
    public Output<string?> ApplicationId => app.ApplicationId.Apply(id => (string?)id);

    /// <inheritdoc/>
    public Output<ImmutableDictionary<string, string>> OperatorVariables(ReminderLedger ledger) =>
        NamedOutputs.ToMap([Variable, ("REMINDER_LEDGER_TABLE", ledger.Table.Name), .. args.Journeys.Variables]);

    /// <inheritdoc/>
    public Output<ImmutableArray<string>> MissingRecords { get; } = Output.Create(ImmutableArray<string>.Empty);

    // Pinpoint itself takes the answers.
    /// <inheritdoc/>
    public Output<string?> TextReplies { get; } = Output.Create((string?)null);

    /// <summary>Tells a function that serves several platforms which adapters to take.</summary>
    public static (string Name, Input<string> Value) Variable => ("PLATFORM", Name);

    /// <summary>Reads the settings that only this platform has.</summary>
    public static PlatformChoice Read(ConfigProblems problems)
    {
        var settings = PinpointSettings.Read(problems);
        var limits = PinpointLimits.Definitions with { TextsNeed = settings.Sms is null ? SmsChannelSettings.EnabledKey : null };
        return new(Handlers, limits, args => new PinpointPlatform(args, settings));
    }

    /// <inheritdoc/>
    public IAnnouncements DeclareAnnouncements(
        string name, EventLedger ledger, Resource parent) => new PinpointAnnouncements(name, Parts, ledger, parent);

    // The platform itself keeps opt-outs, and addresses that bounced, at its endpoints.
    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeclareConsent(Resource? gatewayAccount) => [];

    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeclareReminders(string name, ReminderLedger ledger, Resource parent) =>
        [SlidingReminders.Declare(name, Parts, ledger, parent)];

    // Pinpoint opens a journey five minutes after it was launched.
    /// <inheritdoc/>
    public TimeSpan JourneysOpenAfter => JourneyProvisioner.OpensAfter;

    /// <inheritdoc/>
    public DeclaredJourneys DeclareJourneys(Resource parent) => PinpointJourneys.Declare(Parts, parent);

    /// <inheritdoc/>
    public void DeclareAlarms(Resource parent) => PinpointCalls.DeclareAlarm(parent);

    /// <inheritdoc/>
    public PlatformSections Sections(ObservedStack stack) => new()
    {
        Messages =
        [
            Metric.Counted("customers let through", stack, MetricName.CustomersServed),
            Metric.Counted("left out", stack, MetricName.CustomersLeftOut),
        ],
        Calls = PinpointCalls.Widgets(stack),
        Reminders = ReminderWidgets.Create(stack),
        Journeys = JourneyStepWidgets.Create(stack),
    };

    private PinpointParts DeclareParts()
    {
        var provisioner = new PinpointProvisioner("provision-pinpoint", args.Functions, app, settings);
        return new()
        {
            Args = args,
            Settings = settings,
            App = app,
            Provisioner = provisioner,
            Audience = new PinpointAudience("audience", args.Definitions, provisioner),
        };
    }
}
