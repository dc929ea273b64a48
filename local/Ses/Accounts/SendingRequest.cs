namespace Engagement.Local.Ses.Accounts;

/// <summary>The body of <c>PutAccountSendingAttributes</c> and <c>PutConfigurationSetSendingOptions</c>.</summary>
internal sealed record SendingRequest
{
    /// <summary>Default: false, as of a flag that the request leaves out.</summary>
    public bool SendingEnabled { get; init; }
}
