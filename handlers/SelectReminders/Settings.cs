using Engagement.Functions;

namespace SelectReminders;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds what reminders were sent.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings { LedgerTable = environment.Required("LEDGER_TABLE"), Stack = environment.Required("STACK") };
        environment.ThrowIfAny();
        return settings;
    }
}
