namespace Local.Tests.Ses.Campaigns;

/// <summary>What goes wrong, in thousandths of the calls.</summary>
internal sealed record FunctionFaults
{
    public static FunctionFaults None { get; } = new();

    /// <summary>Messages that the service refuses as too many.</summary>
    public int Throttled { get; init; }

    /// <summary>Messages without an answer, of which every other is sent.</summary>
    public int Unanswered { get; init; }

    /// <summary>Calls at which the function ends, before or after the service has done its work.</summary>
    public int Deaths { get; init; }

    /// <summary>Calls to tables and the queue that fail, before or after they have done their work.</summary>
    public int Failures { get; init; }

    /// <summary>Messages of the queue that are handed over once more.</summary>
    public int Repeats { get; init; }

    /// <summary>Whether the service takes nothing for half an hour, once a third of the messages is sent.</summary>
    public bool Pauses { get; init; }
}
