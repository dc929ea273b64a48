namespace Engagement.Pinpoint.Provisioning;

/// <summary>An SMS template. Templates belong to the account and region, and not to an application.</summary>
public sealed record SmsTemplateDeclaration
{
    /// <summary>The template's name, which begins with the environment's.</summary>
    public required string TemplateName { get; init; }

    /// <summary>The text, in Handlebars.</summary>
    public required string Body { get; init; }
}
