using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>
/// Why a customer did not enter a journey, got no message of it or left it: values of the metrics' dimension <c>Reason</c>, beside those of
/// <see cref="SendingReason"/>.
/// </summary>
public static class JourneyReason
{
    /// <summary>The customer is in the journey.</summary>
    public const string Inside = "inside";

    /// <summary>The event is not later than the one of the latest entry: a duplicate, or out of order.</summary>
    public const string NotLater = "notLater";

    /// <summary>The event happened before the journey opened.</summary>
    public const string BeforeOpening = "beforeOpening";

    /// <summary>Nobody enters the journey.</summary>
    public const string Closed = "closed";

    /// <summary>The event, or the message, is more than a day late.</summary>
    public const string TooLate = "tooLate";

    /// <summary>The customer entered too short a time ago, or once and for all.</summary>
    public const string Again = "again";

    /// <summary>Nothing is known of the customer.</summary>
    public const string UnknownCustomer = "unknownCustomer";

    /// <summary>An event after which no more messages come happened.</summary>
    public const string Until = "until";

    /// <summary>The customer fits the journey's <c>skipIf</c>.</summary>
    public const string SkipIf = "skipIf";

    /// <summary>The customer had this message in this entry.</summary>
    public const string Repeated = "repeated";

    /// <summary>The message waits for the journey's hours.</summary>
    public const string Between = "between";

    /// <summary>No result was noted in time: the process ended, or its answer was lost.</summary>
    public const string NoResult = "noResult";

    /// <summary>The journey was taken from the definitions.</summary>
    public const string Removed = "removed";

    /// <summary>The store has no such version, or the customer is at a step that it does not have.</summary>
    public const string UnknownVersion = "unknownVersion";

    /// <summary>The customer was deleted, or lost the endpoint.</summary>
    public const string Deleted = "deleted";

    /// <summary>No step is left.</summary>
    public const string Done = "done";
}
