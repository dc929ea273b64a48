using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.Reminders;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Reminders;

/// <summary>The table that holds which hour each segment was moved to, and who was reminded of what; entries of customers expire.</summary>
internal sealed class ReminderLedger : ComponentResource
{
    /// <param name="name">Name of the table.</param>
    /// <param name="isProtected">Whether it can only be deleted after this is set to false and deployed.</param>
    /// <param name="options">Its parent.</param>
    public ReminderLedger(string name, bool isProtected, ComponentResourceOptions? options = null)
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
            DeletionProtectionEnabled = isProtected,
        }, new CustomResourceOptions { Parent = this, Protect = isProtected });
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Table { get; }
}
