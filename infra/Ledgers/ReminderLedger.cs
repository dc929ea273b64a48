using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Ledgers;

/// <summary>The table that holds which hour each segment was moved to, and who was reminded of what; entries of customers expire.</summary>
internal sealed class ReminderLedger(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
    : LedgerTable("engagement:reminders:ReminderLedger", name, CreateKeys(), settings, options)
{
    private static Aws.DynamoDB.TableArgs CreateKeys() =>
        new() { Attributes = { new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "id", Type = "S" } } };
}
