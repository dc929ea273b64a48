namespace Engagement.Pinpoint.Provisioning;

/// <summary>SMS templates: their name is chosen, so that putting one is all there is to it.</summary>
public sealed class SmsTemplateProvisioner(ISmsTemplateResources templates) : IResourceProvisioner
{
    public Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation) =>
        templates.PutAsync(declaration.Name, Read(declaration), cancellation);

    public bool IsSame(ResourceDeclaration one, ResourceDeclaration other) => Read(one).TemplateName == Read(other).TemplateName;

    public Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation) =>
        templates.DeleteAsync(Read(declaration).TemplateName, cancellation);

    private static SmsTemplateDeclaration Read(ResourceDeclaration declaration) =>
        declaration.Read(ProvisioningJson.Default.SmsTemplateDeclaration);
}
