using Engagement.Infra.Configuration;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Reminders;

/// <summary>
/// Dates of customers, and the messages before them. The ledger remembers which customer was reminded of what; the platform sends.
/// </summary>
internal sealed class ReminderPipeline : ComponentResource
{
    public ReminderPipeline(string name, LedgerSettings settings, IPlatform platform, ComponentResourceOptions? options = null)
        : base("engagement:reminders:Reminders", name, options)
    {
        Ledger = new ReminderLedger($"{name}-ledger", settings, new ComponentResourceOptions { Parent = this });
        DeadLetterQueues = platform.DeclareReminders(name, Ledger, this);
        RegisterOutputs();
    }

    /// <summary>Which customer was reminded of what.</summary>
    public ReminderLedger Ledger { get; }

    /// <summary>The queues of what could not be done.</summary>
    public IReadOnlyList<DeadLetterQueue> DeadLetterQueues { get; }
}
