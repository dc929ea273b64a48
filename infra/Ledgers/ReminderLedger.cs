using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Ledgers;

/// <summary>The table that holds which hour each segment was moved to, and who was reminded of what; entries of customers expire.</summary>
internal sealed class ReminderLedger : ComponentResource
{
    public ReminderLedger(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:reminders:ReminderLedger", name, options)
    {
        Table = new Aws.DynamoDB.Table(name, new()
        {
            BillingMode = "PAY_PER_REQUEST",
            HashKey = "id",
            Attributes = { new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "id", Type = "S" } },
            Ttl = new Aws.DynamoDB.Inputs.TableTtlArgs { Enabled = true, AttributeName = "expiresAt" },
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
            ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true },
            DeletionProtectionEnabled = settings.Protect,
        }, new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Table { get; }

    /// <summary>What a function needs to use the table.</summary>
    /// <param name="purpose">What for, in letters and digits.</param>
    /// <param name="actions">Actions of DynamoDB.</param>
    public Grant Allow(string purpose, params IReadOnlyList<string> actions) => new(("LEDGER_TABLE", Table.Name))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [Table.Arn] }],
    };
}
