using Engagement.Functions;

namespace PublishCompanyEvent;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds the company events.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>EVENT_BUS_NAME</c>: the bus that a state machine's events go to.</summary>
    public required string EventBusName { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        LedgerTable = environment.Required("LEDGER_TABLE"),
        EventBusName = environment.Required("EVENT_BUS_NAME"),
    };
}
