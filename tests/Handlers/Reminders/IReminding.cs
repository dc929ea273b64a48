using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Reminders;

/// <summary>Reminders of one platform, in memory.</summary>
internal interface IReminding
{
    Output Telemetry { get; }

    FakeReminderLedger Ledger { get; }

    /// <summary>What went out, and in which hour.</summary>
    IReadOnlyList<(string Message, string EndpointId, string Date, DateTimeOffset Hour)> Sent { get; }

    /// <summary>How often an hour of a message was begun.</summary>
    int Calls { get; }

    /// <summary>How many of the next such calls fail.</summary>
    int Failing { set; }

    /// <summary>Sets an attribute of a customer.</summary>
    void Set(string customer, string attribute, params string[] values);

    /// <summary>Begins an hour of all messages.</summary>
    Task<int> SlideAsync(DateTimeOffset hour);

    /// <summary>Has the messages sent that have begun.</summary>
    Task RefreshAsync(DateTimeOffset hour);
}
