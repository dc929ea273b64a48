namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// A resource cannot be as it is declared. The message is what the deployment shows: what is wrong, where, and what to do.
/// </summary>
public sealed class ProvisioningException(string message, Exception? cause = null) : Exception(message, cause);
