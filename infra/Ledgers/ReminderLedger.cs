using Engagement.Infra.Configuration;
using Engagement.Infra.Tables;
using Pulumi;

namespace Engagement.Infra.Ledgers;

/// <summary>The table that holds which hour each segment was moved to, and who was reminded of what; entries of customers expire.</summary>
internal sealed class ReminderLedger(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
    : LedgerTable("engagement:reminders:ReminderLedger", name, TableKeys.By("id"), settings, options);
