namespace Engagement.Telemetry;

/// <summary>
/// CloudWatch metrics that the functions emit, in the namespace <see cref="Namespace"/>, always with the dimension <c>Stack</c>. A platform
/// adds its own.
/// </summary>
public static class MetricName
{
    /// <summary>Namespace of all metrics.</summary>
    public const string Namespace = "Engagement";

    /// <summary>Events that were recorded. Count.</summary>
    public const string EventsRecorded = "EventsRecorded";

    /// <summary>Events that were not and will not be recorded. Count, also by the dimension <c>Reason</c>.</summary>
    public const string EventsRejected = "EventsRejected";

    /// <summary>Messages that went back to the queue. Count, also by <c>Reason</c>.</summary>
    public const string EventsReturned = "EventsReturned";

    /// <summary>Parameters left out of recorded events. Count, also by <c>Reason</c>.</summary>
    public const string AttributesDropped = "AttributesDropped";

    /// <summary>
    /// Events that the platform recorded while it refused what they say of their endpoint and its user, which is lost. Count; for an alarm.
    /// </summary>
    public const string EventsRecordedInPart = "EventsRecordedInPart";

    /// <summary>Updates of endpoints that the platform refused while it took their events. Count.</summary>
    public const string EndpointsRefused = "EndpointsRefused";

    /// <summary>Calls to the ledger of company events.</summary>
    public const string LedgerCalls = "LedgerCalls";

    /// <summary>Calls to the ledger that were refused because there were too many. Count.</summary>
    public const string LedgerThrottled = "LedgerThrottled";

    /// <summary>Calls to the ledger that failed otherwise. Count.</summary>
    public const string LedgerErrors = "LedgerErrors";

    /// <summary>How long each call to the ledger took. Milliseconds.</summary>
    public const string LedgerDuration = "LedgerDuration";

    /// <summary>Calls to a queue, by a function that sends to it.</summary>
    public const string QueueCalls = "QueueCalls";

    /// <summary>Calls to a queue that were refused because there were too many. Count.</summary>
    public const string QueueThrottled = "QueueThrottled";

    /// <summary>Calls to a queue that failed otherwise. Count.</summary>
    public const string QueueErrors = "QueueErrors";

    /// <summary>How long each call to a queue took. Milliseconds.</summary>
    public const string QueueDuration = "QueueDuration";

    /// <summary>Calls to state machines.</summary>
    public const string StateMachineCalls = "StateMachineCalls";

    /// <summary>Calls to state machines that were refused because there were too many. Count.</summary>
    public const string StateMachineThrottled = "StateMachineThrottled";

    /// <summary>Calls to state machines that failed otherwise. Count.</summary>
    public const string StateMachineErrors = "StateMachineErrors";

    /// <summary>How long each call to a state machine took. Milliseconds.</summary>
    public const string StateMachineDuration = "StateMachineDuration";

    /// <summary>
    /// Company events that came in, by <c>Reason</c>: <c>new</c>, <c>held</c>, <c>repeated</c>, <c>refused</c>, <c>failed</c>. Count.
    /// </summary>
    public const string CompanyEvents = "CompanyEvents";

    /// <summary>Campaigns that company events started. Count.</summary>
    public const string CampaignsLaunched = "CampaignsLaunched";

    /// <summary>Attempts to launch a campaign that failed; another may follow. Count.</summary>
    public const string CampaignsFailed = "CampaignsFailed";

    /// <summary>
    /// Company events that are not launched though their time is up, and that the check could not launch either, each time that it looks.
    /// Count; for an alarm.
    /// </summary>
    public const string CompanyEventsOverdue = "CompanyEventsOverdue";

    /// <summary>Company events of which the check launched something that their journey or state machine did not. Count.</summary>
    public const string CompanyEventsCaughtUp = "CompanyEventsCaughtUp";

    /// <summary>Company events that wait because their announcement is held, each time that the check looks. Count.</summary>
    public const string CompanyEventsHeld = "CompanyEventsHeld";

    /// <summary>Looks of the check into the ledger that came to their end. Count; its absence is for an alarm.</summary>
    public const string CompanyEventChecks = "CompanyEventChecks";

    /// <summary>Triggers and messages that name no announcement of the definitions. Count; for an alarm.</summary>
    public const string AnnouncementsUnknown = "AnnouncementsUnknown";

    /// <summary>Customers that a campaign's hook let through. Count.</summary>
    public const string CustomersServed = "CustomersServed";

    /// <summary>Customers that a campaign's hook left out, by <c>Reason</c>. Count.</summary>
    public const string CustomersLeftOut = "CustomersLeftOut";

    /// <summary>
    /// Calls of the hook for a campaign that has no rule, so that nobody got its message, by <c>Reason</c>. Count; for an alarm.
    /// </summary>
    public const string CampaignRulesMissing = "CampaignRulesMissing";

    /// <summary>Customers who got a message while what it sets could not be queued. Count; for an alarm.</summary>
    public const string UserAttributesLost = "UserAttributesLost";

    /// <summary>Customers whose user attributes were written. Count.</summary>
    public const string UserAttributesWritten = "UserAttributesWritten";

    /// <summary>Messages with user attributes that went back to the queue, by <c>Reason</c>. Count.</summary>
    public const string UserAttributesReturned = "UserAttributesReturned";

    /// <summary>Messages that the sending service took. Count.</summary>
    public const string MessagesSent = "MessagesSent";

    /// <summary>Parts of the text messages that the sending service took, each of which costs. Count.</summary>
    public const string TextPartsSent = "TextPartsSent";

    /// <summary>
    /// Messages of which nobody knows whether they were sent, by <c>Reason</c>. They are not sent again. Count; for an alarm.
    /// </summary>
    public const string MessagesUnknown = "MessagesUnknown";

    /// <summary>Messages that were not sent and are tried again, by <c>Reason</c>. Count.</summary>
    public const string MessagesPostponed = "MessagesPostponed";

    /// <summary>
    /// Messages of a campaign that wait for customers' hours, each time that its run has gone through all customers. Count.
    /// </summary>
    public const string MessagesHeld = "MessagesHeld";

    /// <summary>
    /// Campaigns that are due and wait because their announcement is held, each time that a sweep looks. Count.
    /// </summary>
    public const string CampaignsHeld = "CampaignsHeld";

    /// <summary>Messages that the sending service refused as too many at every try, and that are given up. Count; for an alarm.</summary>
    public const string MessagesGivenUp = "MessagesGivenUp";

    /// <summary>
    /// Times that sending stopped for a reason that concerns every message, by <c>Reason</c>: paused, not verified, the day's quota. Count;
    /// for an alarm.
    /// </summary>
    public const string SendingStopped = "SendingStopped";

    /// <summary>Attempts to start a run that failed; the next sweep tries again. Count; for an alarm.</summary>
    public const string RunStartsFailed = "RunStartsFailed";

    /// <summary>Runs of campaigns that have gone through all customers. Count.</summary>
    public const string RunsCompleted = "RunsCompleted";

    /// <summary>Messages of the send queue that went back to it, by <c>Reason</c>. Count.</summary>
    public const string SharesReturned = "SharesReturned";

    /// <summary>
    /// Campaigns that the definitions schedule and that never began, because they were found a day late. Count; for an alarm.
    /// </summary>
    public const string CampaignsTooLate = "CampaignsTooLate";

    /// <summary>Feedback on messages that was read, by <c>Reason</c>, the kind of feedback. Count.</summary>
    public const string FeedbackReceived = "FeedbackReceived";

    /// <summary>Messages with feedback that went back to the queue, by <c>Reason</c>. Count.</summary>
    public const string FeedbackReturned = "FeedbackReturned";

    /// <summary>Messages that the receiving server refused for good. Count; for an alarm by the share of the messages sent.</summary>
    public const string MessagesBounced = "MessagesBounced";

    /// <summary>Messages that recipients reported as spam. Count; for an alarm by the share of the messages sent.</summary>
    public const string MessagesComplained = "MessagesComplained";

    /// <summary>
    /// Choices of readers that were stored, by <c>Reason</c>: <c>stop</c> of one topic, <c>none</c> of all, <c>save</c> of several. Count.
    /// </summary>
    public const string ConsentsChosen = "ConsentsChosen";

    /// <summary>Requests by no link of this stack's, or with a body that says nothing, by <c>Reason</c>. Count.</summary>
    public const string ConsentsRefused = "ConsentsRefused";

    /// <summary>Choices of readers that went back to the queue, by <c>Reason</c>. Count.</summary>
    public const string ConsentsReturned = "ConsentsReturned";

    /// <summary>Looks for what is due that came to their end. Count; its absence is for an alarm.</summary>
    public const string DueSweeps = "DueSweeps";

    /// <summary>
    /// What became of customers in journeys, by <c>Reason</c>: <c>JOURNEY/OUTCOME</c>, such as <c>welcome/sent</c>. Log lines and the
    /// history tell at which step: a series for each would be thousands. Count; that of entries is for an alarm.
    /// </summary>
    public const string JourneyOutcomes = "JourneyOutcomes";

    /// <summary>
    /// How many customers are at a step of a journey at the beginning of an hour, by <c>Reason</c>: <c>JOURNEY/STEP</c>, such as
    /// <c>welcome/1</c>, in all of the journey's versions together, for the 100 steps with the most customers; <c>other</c> for the others.
    /// More than 50,000 customers are estimated. Count; of several values in an hour the highest counts.
    /// </summary>
    public const string CustomersAtStep = "CustomersAtStep";

    /// <summary>
    /// Why customers did not enter a journey, got no message of it or left it, by <c>Reason</c>: <c>OUTCOME/REASON</c>. Count.
    /// </summary>
    public const string JourneyReasons = "JourneyReasons";

    /// <summary>
    /// Events that let nobody into a journey, by <c>Reason</c>, the journey's name. Those are left out that an earlier entry or
    /// <c>closed</c> kept out. Count; for an alarm.
    /// </summary>
    public const string JourneyEntriesRefused = "JourneyEntriesRefused";

    /// <summary>Customers who were due in a journey and were queued to be moved on, each time. Count.</summary>
    public const string JourneyCustomersQueued = "JourneyCustomersQueued";

    /// <summary>Sweeps that queued nobody, because so many wait already. Count.</summary>
    public const string JourneySweepsSkipped = "JourneySweepsSkipped";

    /// <summary>
    /// How long the customer who waits longest has been due in a journey, at each sweep that finds one. Milliseconds; for an alarm.
    /// </summary>
    public const string JourneyLateness = "JourneyLateness";

    /// <summary>Messages of the journeys' queue that went back to it, by <c>Reason</c>. Count.</summary>
    public const string JourneyMovesReturned = "JourneyMovesReturned";

    /// <summary>
    /// Questions of a platform's own journeys that name no version of the store: who they are about leaves. Count; for an alarm.
    /// </summary>
    public const string JourneyQuestionsUnknown = "JourneyQuestionsUnknown";

    /// <summary>Notes that could not be written into the history of journeys. Count.</summary>
    public const string JourneyHistoryLost = "JourneyHistoryLost";

    /// <summary>Calls to the tables of journeys.</summary>
    public const string JourneyStoreCalls = "JourneyStoreCalls";

    /// <summary>Calls to the tables of journeys that were refused because there were too many. Count.</summary>
    public const string JourneyStoreThrottled = "JourneyStoreThrottled";

    /// <summary>Calls to the tables of journeys that failed otherwise. Count.</summary>
    public const string JourneyStoreErrors = "JourneyStoreErrors";

    /// <summary>How long each call to the tables of journeys took. Milliseconds.</summary>
    public const string JourneyStoreDuration = "JourneyStoreDuration";

    /// <summary>Segments of reminders that were moved to the hour. Count; their absence is for an alarm.</summary>
    public const string RemindersSlid = "RemindersSlid";

    /// <summary>Hours that were missed and are caught up. Count.</summary>
    public const string ReminderHoursMissed = "ReminderHoursMissed";

    /// <summary>Customers who get a reminder. Count.</summary>
    public const string RemindersSent = "RemindersSent";

    /// <summary>Customers who were looked at and get no reminder in this hour, by <c>Reason</c>. Count.</summary>
    public const string RemindersLeftOut = "RemindersLeftOut";

    /// <summary>Calls of the function for a reminder that no definition holds. Count; for an alarm.</summary>
    public const string RemindersUnknown = "RemindersUnknown";

    /// <summary>Reads of the signing secret. Count.</summary>
    public const string SecretCalls = "SecretCalls";

    /// <summary>Reads of the signing secret that failed. Count.</summary>
    public const string SecretErrors = "SecretErrors";

    /// <summary>How long each read of the signing secret took. Milliseconds.</summary>
    public const string SecretDuration = "SecretDuration";
}
