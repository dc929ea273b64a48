using System.Collections.Immutable;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability.Dashboards;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms;

/// <summary>
/// Holds customers, records events and sends messages; <c>engagement:platform</c> chooses it by name. Capabilities ask in the field's
/// words. Resources, statements and environment variables that only one platform knows stay behind this interface.
/// </summary>
internal interface IPlatform
{
    /// <summary>Lets a function record events, with what they say of their customers.</summary>
    Grant RecordEvents { get; }

    /// <summary>What recording needs of the definitions beside the tracking plan.</summary>
    IReadOnlyList<FunctionDefinition> RecordingDefinitions { get; }

    /// <summary>Id of the application that events are recorded in; null where the platform knows none.</summary>
    Output<string?> ApplicationId { get; }

    /// <summary>
    /// Names of the tables that hold something of customers, and of the sender where the stack has one, for the operator's commands. Each
    /// is named by the variable that functions read it from.
    /// </summary>
    /// <param name="ledger">Which customer was reminded of what.</param>
    Output<ImmutableDictionary<string, string>> OperatorVariables(ReminderLedger ledger);

    /// <summary>DNS records that the operator has to make before messages go out, each with its name, type and value.</summary>
    Output<ImmutableArray<string>> MissingRecords { get; }

    /// <summary>
    /// ARN of the topic that the operator's telephone numbers tell of customers' answers; null where the stack sends no text messages.
    /// Known once <see cref="DeclareConsent"/> was called.
    /// </summary>
    Output<string?> TextReplies { get; }

    /// <summary>
    /// Declares what keeps messages from customers who do not want them, and from addresses that take none. Called once, before anything is
    /// declared that sends.
    /// </summary>
    /// <param name="gatewayAccount">What an API that logs has to wait for; null where another stack has it.</param>
    /// <returns>The queues that keep what could not be done.</returns>
    IReadOnlyList<DeadLetterQueue> DeclareConsent(Resource? gatewayAccount);

    /// <summary>Declares what campaigns of announcements need, whatever starts them.</summary>
    /// <param name="name">Begins the names of resources.</param>
    /// <param name="ledger">The company events, and which of their campaigns are launched.</param>
    /// <param name="parent">Parent of the resources.</param>
    IAnnouncements DeclareAnnouncements(string name, EventLedger ledger, Resource parent);

    /// <summary>Declares what sends the reminders of the definitions: each message once.</summary>
    /// <param name="name">Begins the names of resources.</param>
    /// <param name="ledger">Which customer was reminded of what.</param>
    /// <param name="parent">Parent of the resources.</param>
    /// <returns>The queues that keep what could not be done.</returns>
    IReadOnlyList<DeadLetterQueue> DeclareReminders(string name, ReminderLedger ledger, Resource parent);

    /// <summary>How long after a deployment journeys open whose names are new: whole minutes.</summary>
    TimeSpan JourneysOpenAfter { get; }

    /// <summary>Declares what moves customers on in journeys, and sends their messages.</summary>
    /// <param name="parent">Parent of the resources.</param>
    DeclaredJourneys DeclareJourneys(Resource parent);

    /// <summary>Declares alarms on the platform itself.</summary>
    /// <param name="parent">Parent of the alarms.</param>
    void DeclareAlarms(Resource parent);

    /// <summary>The dashboard's sections that only the platform can write.</summary>
    PlatformSections Sections(ObservedStack stack);
}
