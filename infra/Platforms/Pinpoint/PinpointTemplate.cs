using Engagement.Definitions.Templates;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>A message template of the definitions: one of Pinpoint's templates for each channel. All have the same name.</summary>
internal sealed class PinpointTemplate
{
    private readonly Output<string?> none = Output.Create((string?)null);

    public PinpointTemplate(string name, MessageTemplate template, PinpointProvisioner provisioner, ComponentResourceOptions asChild)
    {
        Channels = template.Channels;
        Email = template.Email is { } email ? new PinpointEmailTemplate(name, template.Name, email, asChild) : null;
        Sms = template.Text is { } text ? new(
            $"{name}-sms",
            PinpointResourceTypes.SmsTemplate,
            new()
            {
                Provisioner = provisioner,
                Name = template.Name,
                Definition = Output.Create(new SmsTemplateDeclaration
                {
                    TemplateName = PinpointEmailTemplate.NameOf(template.Name),
                    Body = text.Body,
                }),
            },
            asChild) : null;
    }

    /// <summary>The channels that it has a message for.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>Null where it has no e-mail.</summary>
    public PinpointEmailTemplate? Email { get; }

    /// <summary>Null where it has no text message.</summary>
    public PinpointResource<SmsTemplateDeclaration>? Sms { get; }

    /// <summary>The e-mail template's name, known once it exists; null where there is none.</summary>
    public Output<string?> EmailName => Email?.Template.TemplateName.Apply(name => (string?)name) ?? none;

    /// <summary>The SMS template's name, known once it exists; null where there is none.</summary>
    public Output<string?> SmsName => Sms?.Id.Apply(name => (string?)name) ?? none;

    /// <summary>What has to exist before something names the template.</summary>
    public IEnumerable<Resource> Resources => new Resource?[] { Email?.Template, Sms }.OfType<Resource>();
}
