using System.Collections.Immutable;
using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Engagement.Infra.EventStream;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability.Dashboards;
using Engagement.Infra.Platforms.Ses.Archive;
using Engagement.Infra.Platforms.Ses.CompanyEvents;
using Engagement.Infra.Platforms.Ses.Consent;
using Engagement.Infra.Platforms.Ses.Customers;
using Engagement.Infra.Platforms.Ses.Feedback;
using Engagement.Infra.Platforms.Ses.Journeys;
using Engagement.Infra.Platforms.Ses.Reminders;
using Engagement.Infra.Platforms.Ses.Sending;
using Engagement.Infra.Platforms.Ses.Sms;
using Engagement.Infra.Platforms.Ses.Unsubscribing;
using Engagement.Infra.Queues;
using Engagement.Ses;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>
/// Services that AWS sells today: customers in DynamoDB, events by Firehose in S3, e-mail by SES. Segments, campaigns and reminders are the
/// stack's own functions.
/// </summary>
internal sealed class SesPlatform : IPlatform
{
    /// <summary>The value of <c>engagement:platform</c>.</summary>
    public const string Name = "ses";

    private static readonly string[] Handlers =
        ["MoveCustomers", "RecordFeedback", "SendCampaign", "SendReminders", "ShowSubscriptions", "SweepDue", "Unsubscribe"];

    private SesParts parts;

    // Those of the links' domain, once it is declared.
    private Output<ImmutableArray<string>> linkRecords = Output.Create(ImmutableArray<string>.Empty);

    private SesPlatform(PlatformArgs args, SesSettings settings)
    {
        var attempts = args.Settings.CompanyEvents.MaximumReceives;
        parts = new()
        {
            Args = args,
            Settings = settings,
            Customers = new CustomerStore("customers", settings.Protect),
            Consents = new ConsentStore("consents", settings.Protect),
            Sending = new SendingStore("sending", settings.Protect),
            Email = new EmailSending("email", settings),
            Sms = settings.Sms is { } sms ? new SmsSending("texts", sms) : null,
            Archive = CreateArchive("event-archive", settings.Archive, args.Settings.Handlers.LogRetentionDays),
            CampaignShares = new("send-campaign-shares", "QueueShares", "SEND_QUEUE_URL", attempts),
            ReminderShares = new("send-reminders-shares", "QueueReminders", "REMINDER_QUEUE_URL", attempts),
            CustomersToMove = new("move-customers-due", "QueueCustomers", "JOURNEY_QUEUE_URL", attempts),
        };
    }

    /// <summary>Tells a function that serves several platforms which adapters to take.</summary>
    public static (string Name, Input<string> Value) Variable => ("PLATFORM", Name);

    /// <inheritdoc/>
    public Grant RecordEvents => Grant.Join(
        new(Variable),
        parts.Customers.Update,
        parts.Args.Journeys.NoteEvents,
        new(("EVENT_STREAM", parts.Archive.Stream.Name))
        {
            Statements = [new("ArchiveEvents") { Actions = ["firehose:PutRecordBatch"], Resources = [parts.Archive.Stream.Arn] }],
        });

    // Who may enter a journey.
    /// <inheritdoc/>
    public IReadOnlyList<FunctionDefinition> RecordingDefinitions
    {
        get
        {
            var definitions = parts.Args.Definitions;
            return [FunctionDefinition.From(definitions.Segments.ForMembership(definitions.Journeys.SegmentNames))];
        }
    }

    /// <inheritdoc/>
    public Output<string?> ApplicationId { get; } = Output.Create((string?)null);

    /// <inheritdoc/>
    public Output<ImmutableDictionary<string, string>> OperatorVariables(ReminderLedger ledger) => NamedOutputs.ToMap(
        Grant.Join(
            new(Variable, ("REMINDER_LEDGER_TABLE", ledger.Table.Name)),
            new(parts.Args.Journeys.Variables),
            parts.Customers.Update,
            parts.Sending.ClaimDeliveries,
            parts.Consents.Ask,
            parts.Email.Send).Environment);

    /// <inheritdoc/>
    public Output<ImmutableArray<string>> MissingRecords =>
        Output.Tuple(parts.Email.Domain.MissingRecords, linkRecords).Apply(records => records.Item1.AddRange(records.Item2));

    /// <inheritdoc/>
    public Output<string?> TextReplies { get; private set; } = Output.Create((string?)null);

    /// <summary>Reads the settings that only this platform has.</summary>
    public static PlatformChoice Read(ConfigProblems problems)
    {
        var settings = SesSettings.Read(problems);
        var limits = SesLimits.Definitions with { TextsNeed = settings.Sms is null ? SmsSettings.OriginationKey : null };
        return new(Handlers, limits, args => new SesPlatform(args, settings));
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeclareConsent(Resource? gatewayAccount)
    {
        var subscriptions = new Subscriptions("subscriptions", parts, gatewayAccount);
        var feedback = new MailFeedback("feedback", parts);
        TextReplies = parts.Sms is null ? TextReplies : feedback.Topic.Arn.Apply(arn => (string?)arn);
        parts = parts with { MakeLinks = subscriptions.MakeLinks };
        linkRecords = subscriptions.MissingRecords;
        return [subscriptions.Queue.DeadLetterQueue, feedback.Queue.DeadLetterQueue];
    }

    /// <inheritdoc/>
    public IAnnouncements DeclareAnnouncements(
        string name, EventLedger ledger, Resource parent) => new SesAnnouncements(parts, ledger, parent);

    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeclareReminders(string name, ReminderLedger ledger, Resource parent)
    {
        ReminderSender.Declare("send-reminders", parts, parent);
        return [parts.ReminderShares.Queue.DeadLetterQueue, DueSweep.Declare("sweep-due", parts, ledger, parent)];
    }

    /// <inheritdoc/>
    public TimeSpan JourneysOpenAfter => TimeSpan.Zero;

    /// <inheritdoc/>
    public DeclaredJourneys DeclareJourneys(Resource parent)
    {
        CustomerMover.Declare("move-customers", parts, parent);
        return new() { DeadLetterQueues = [parts.CustomersToMove.Queue.DeadLetterQueue] };
    }

    /// <inheritdoc/>
    public void DeclareAlarms(Resource parent)
    {
        ReputationAlarms.Declare(parent);
        SendingAlarms.Declare(parent);
    }

    /// <inheritdoc/>
    public PlatformSections Sections(ObservedStack stack) => new()
    {
        Messages =
        [
            Metric.Counted("sent", stack, MetricName.MessagesSent),
            Metric.Counted("nobody knows", stack, MetricName.MessagesUnknown),
            Metric.Counted("given up", stack, MetricName.MessagesGivenUp),
            Metric.Counted("tried again later", stack, MetricName.MessagesPostponed),
        ],
        Calls = SendingWidgets.Create(stack),
        Reminders = ReminderWidgets.Create(stack),
        Journeys = JourneyWidgets.Create(stack),
    };

    private static EventArchive CreateArchive(string name, EventStreamSettings settings, int logRetentionDays)
    {
        var archive = new EventArchive(name, new()
        {
            Settings = settings,
            Prefix = EventFiles.Prefix,
            LogRetentionDays = logRetentionDays,
        });
        _ = new EventCatalog("event-catalog", archive, settings.RetentionDays);
        return archive;
    }
}
