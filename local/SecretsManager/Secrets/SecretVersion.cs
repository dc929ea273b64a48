namespace Engagement.Local.SecretsManager.Secrets;

/// <summary>One version of a secret.</summary>
/// <param name="Id">32 to 64 characters, usually a UUID.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Created">When it was made.</param>
internal sealed record SecretVersion(string Id, SecretValue Value, DateTimeOffset Created);
