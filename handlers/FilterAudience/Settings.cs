using Engagement.Functions;

namespace FilterAudience;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds the company events.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>WRITE_QUEUE_URL</c>: where user attributes go that are to be written.</summary>
    public required string WriteQueueUrl { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        LedgerTable = environment.Required("LEDGER_TABLE"),
        WriteQueueUrl = environment.Required("WRITE_QUEUE_URL"),
    };
}
