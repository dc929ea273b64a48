using System.Text.Json;

namespace Engagement.Local.Ses.Sending;

/// <summary>The body of <c>SendEmail</c>. What this cloud does not do is here by its name, so that it can be refused.</summary>
internal sealed record SendEmailRequest
{
    public string? FromEmailAddress { get; init; }

    public Destination? Destination { get; init; }

    public IReadOnlyList<string>? ReplyToAddresses { get; init; }

    public EmailContent? Content { get; init; }

    public IReadOnlyList<NamedText>? EmailTags { get; init; }

    public string? ConfigurationSetName { get; init; }

    public string? FromEmailAddressIdentityArn { get; init; }

    public string? FeedbackForwardingEmailAddress { get; init; }

    public string? FeedbackForwardingEmailAddressIdentityArn { get; init; }

    public string? EndpointId { get; init; }

    public string? TenantName { get; init; }

    public JsonElement? ListManagementOptions { get; init; }

    /// <summary>Opens and clicks are not tracked here, so that overriding their tracking changes nothing.</summary>
    public JsonElement? ConfigurationOverrides { get; init; }
}
