using Engagement.Aws.Journeys;
using Engagement.Functions;

namespace Engagement.Aws.Erasure;

/// <summary>The tables that hold something of endpoints on every platform.</summary>
/// <param name="ReminderLedger">Which endpoint was reminded of what.</param>
/// <param name="Journeys">Where endpoints are in journeys, and what became of them there.</param>
public sealed record RecordTables(string ReminderLedger, JourneyTables Journeys)
{
    /// <summary>Reads <c>REMINDER_LEDGER_TABLE</c> and the variables of <see cref="JourneyTables"/>.</summary>
    public static RecordTables Read(EnvironmentReader environment) =>
        new(environment.Required("REMINDER_LEDGER_TABLE"), JourneyTables.Read(environment));
}
