using Engagement.Functions;

namespace LaunchCampaigns;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds the company events.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>RETRY_QUEUE_URL</c>: where announcements go that could not be launched whole.</summary>
    public required string RetryQueueUrl { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        LedgerTable = environment.Required("LEDGER_TABLE"),
        RetryQueueUrl = environment.Required("RETRY_QUEUE_URL"),
    };
}
