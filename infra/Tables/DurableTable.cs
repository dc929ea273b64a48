using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Tables;

/// <summary>
/// A table whose items nothing can make again. It is encrypted, can go back to any second of 35 days, and may be protected from deletion.
/// </summary>
internal static class DurableTable
{
    private const string ExpiryAttribute = "expiresAt";

    /// <param name="name">Name of the table.</param>
    /// <param name="keys">The table's key and, where there are any, its indexes.</param>
    /// <param name="protect">Whether neither Pulumi nor AWS may delete the table.</param>
    /// <param name="parent">Parent of the table.</param>
    public static Aws.DynamoDB.Table Create(string name, Aws.DynamoDB.TableArgs keys, bool protect, Resource parent)
    {
        keys.BillingMode = "PAY_PER_REQUEST";
        keys.PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true };
        keys.ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true };
        keys.DeletionProtectionEnabled = protect;
        return new(name, keys, new CustomResourceOptions { Parent = parent, Protect = protect });
    }

    /// <summary>The same, with items that expire. The writer of an item says when: long after anything asks for it.</summary>
    public static Aws.DynamoDB.Table CreateExpiring(string name, Aws.DynamoDB.TableArgs keys, bool protect, Resource parent)
    {
        keys.Ttl = new Aws.DynamoDB.Inputs.TableTtlArgs { AttributeName = ExpiryAttribute, Enabled = true };
        return Create(name, keys, protect, parent);
    }
}
