using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>The table that holds each company event and which of its campaigns are launched: the truth that everything else asks.</summary>
internal sealed class EventLedger : ComponentResource
{
    /// <summary>The sparse index of the events of an announcement that are not launched, the oldest first.</summary>
    public const string PendingIndex = "pending";

    public EventLedger(string name, CompanyEventsSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:EventLedger", name, options)
    {
        Table = new Aws.DynamoDB.Table(name, new()
        {
            BillingMode = "PAY_PER_REQUEST",
            HashKey = "id",
            Attributes =
            {
                new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "id", Type = "S" },
                new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "pending", Type = "S" },
                new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "publishedAt", Type = "S" },
            },
            GlobalSecondaryIndexes =
            {
                new Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs { Name = PendingIndex, HashKey = "pending", RangeKey = "publishedAt", ProjectionType = "ALL" },
            },
            // Written by whoever publishes an event: long after its last campaign.
            Ttl = new Aws.DynamoDB.Inputs.TableTtlArgs { AttributeName = "expiresAt", Enabled = true },
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
            ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true },
            DeletionProtectionEnabled = settings.ProtectLedgers,
        }, new CustomResourceOptions { Parent = this, Protect = settings.ProtectLedgers });
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Table { get; }

    /// <summary>ARN of <see cref="PendingIndex"/>.</summary>
    public Output<string> PendingIndexArn => Output.Format($"{Table.Arn}/index/{PendingIndex}");
}
