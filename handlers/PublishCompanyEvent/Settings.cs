using Engagement.Functions;

namespace PublishCompanyEvent;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds the company events.</summary>
    public required string LedgerTable { get; init; }

    /// <summary>
    /// <c>STATE_MACHINES</c>: ARN of each announcement's state machine, by the announcement's name; a JSON object, <c>{}</c> where there is
    /// none.
    /// </summary>
    public required IReadOnlyDictionary<string, string> StateMachines { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        LedgerTable = environment.Required("LEDGER_TABLE"),
        StateMachines = environment.RequiredTexts("STATE_MACHINES"),
    };
}
