using Engagement.Local.SecretsManager.Protocol;

namespace Engagement.Local.SecretsManager.Operations;

/// <summary>
/// The operations that Secrets Manager has (service model of 2017-10-17) and this cloud has not yet. Asking for one is an error that names
/// it, so that the call log does too. An operation that arrives leaves this list.
/// </summary>
internal static class UnsupportedSecretOperations
{
    private static readonly string[] Names =
    [
        "BatchGetSecretValue", "CancelRotateSecret", "DeleteResourcePolicy", "GetRandomPassword", "GetResourcePolicy", "ListSecrets",
        "PutResourcePolicy", "RemoveRegionsFromReplication", "ReplicateSecretToRegions", "RestoreSecret", "RotateSecret",
        "StopReplicationToReplica", "TagResource", "UntagResource", "UpdateSecret", "ValidateResourcePolicy",
    ];

    /// <summary>Each of them, answering that it is not done.</summary>
    public static IEnumerable<SecretOperation> Operations { get; } =
        [.. Names.Select(name => new SecretOperation(name, _ => throw SecretsError.NotImplemented(name)))];
}
