using Engagement.Local.SecretsManager.Protocol;

namespace Engagement.Local.SecretsManager.Operations;

/// <summary>One operation: its name and what does it.</summary>
/// <param name="Name">As in <c>X-Amz-Target</c> after <c>secretsmanager.</c>; also the IAM action's name.</param>
/// <param name="Execute">Does it.</param>
internal sealed record SecretOperation(string Name, Func<SecretsRequest, SecretsAnswer> Execute);
