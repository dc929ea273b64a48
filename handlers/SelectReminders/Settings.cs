using Engagement.Functions;

namespace SelectReminders;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds what reminders were sent.</summary>
    public required string LedgerTable { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        LedgerTable = environment.Required("LEDGER_TABLE"),
    };
}
