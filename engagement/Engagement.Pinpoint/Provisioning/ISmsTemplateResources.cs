namespace Engagement.Pinpoint.Provisioning;

/// <summary>SMS templates of the account.</summary>
public interface ISmsTemplateResources
{
    /// <summary>Creates a template, or changes the one of its name.</summary>
    Task<ProvisionedResource> PutAsync(string name, SmsTemplateDeclaration template, CancellationToken cancellation);

    /// <summary>Removes the template of a name, if it is there.</summary>
    Task DeleteAsync(string templateName, CancellationToken cancellation);
}
