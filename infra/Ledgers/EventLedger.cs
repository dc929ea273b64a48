using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Ledgers;

/// <summary>The table that holds each company event and which of its campaigns are launched: the truth that everything else asks.</summary>
internal sealed class EventLedger : ComponentResource
{
    /// <summary>The sparse index of the events of an announcement that are not launched, the oldest first.</summary>
    public const string PendingIndex = "pending";

    public EventLedger(string name, LedgerSettings settings, ComponentResourceOptions? options = null)
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
                new Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs
                {
                    Name = PendingIndex,
                    HashKey = "pending",
                    RangeKey = "publishedAt",
                    ProjectionType = "ALL",
                },
            },
            // The publisher writes it: long after the event's last campaign.
            Ttl = new Aws.DynamoDB.Inputs.TableTtlArgs { AttributeName = "expiresAt", Enabled = true },
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
            ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true },
            DeletionProtectionEnabled = settings.Protect,
        }, new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        RegisterOutputs();
    }

    public Aws.DynamoDB.Table Table { get; }

    /// <summary>Lets a function find the events that are not launched.</summary>
    public Statement FindPendingEvents => new("FindPendingEvents")
    {
        Actions = ["dynamodb:Query", "dynamodb:Scan"],
        Resources = [Output.Format($"{Table.Arn}/index/{PendingIndex}")],
    };

    /// <summary>What a function needs to use the table.</summary>
    /// <param name="purpose">What for, in letters and digits.</param>
    /// <param name="actions">Actions of DynamoDB.</param>
    public Grant Allow(string purpose, params IReadOnlyList<string> actions) => new(("LEDGER_TABLE", Table.Name))
    {
        Statements = [new(purpose) { Actions = actions, Resources = [Table.Arn] }],
    };
}
