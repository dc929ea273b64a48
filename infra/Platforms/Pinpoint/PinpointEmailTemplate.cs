using Engagement.Definitions.Templates;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>
/// An e-mail template. Templates belong to the account and region, not to an application, so that the environment's name is part of theirs.
/// </summary>
internal sealed class PinpointEmailTemplate : ComponentResource
{
    /// <param name="name">Name of the resource.</param>
    /// <param name="template">The definition's name.</param>
    /// <param name="email">What it says.</param>
    /// <param name="options">Options of the resource.</param>
    public PinpointEmailTemplate(string name, string template, EmailMessage email, ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointEmailTemplate", name, options)
    {
        // The provider deprecates every argument of Pinpoint, because Amazon ended the service; the C# SDK marks those that are lists.
#pragma warning disable CS0618
        Template = new Aws.Pinpoint.EmailTemplate(name, new()
        {
            TemplateName = NameOf(template),
            EmailTemplates = new Aws.Pinpoint.Inputs.EmailTemplateEmailTemplateArgs
            {
                Subject = email.Subject,
                HtmlPart = email.Html,
                TextPart = email.Text,
            },
        }, new CustomResourceOptions { Parent = this });
#pragma warning restore CS0618
        RegisterOutputs();
    }

    public Aws.Pinpoint.EmailTemplate Template { get; }

    /// <summary>What comes before the definition's name in a template's.</summary>
    public static string Prefix => $"{Pulumi.Deployment.Instance.StackName}-";

    /// <summary>A template's name in Pinpoint.</summary>
    public static string NameOf(string template) => Prefix + template;
}
