using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>SMS templates by Pinpoint's API.</summary>
public sealed class PinpointSmsTemplateResources(PinpointApplication application) : ISmsTemplateResources
{
    public async Task<ProvisionedResource> PutAsync(string name, SmsTemplateDeclaration template, CancellationToken cancellation)
    {
        if (!await TryUpdateAsync(template, cancellation))
        {
            var request = new CreateSmsTemplateRequest
            {
                TemplateName = template.TemplateName,
                SMSTemplateRequest = new() { Body = template.Body, Tags = application.Tags(name) },
            };
            await PinpointApplication.CallAsync(
                $"creating SMS template '{template.TemplateName}'", application.Client.CreateSmsTemplateAsync(request, cancellation));
        }

        return new(template.TemplateName, application.ArnInAccount($"templates/{template.TemplateName}/SMS"));
    }

    public Task DeleteAsync(string templateName, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting SMS template '{templateName}'",
        application.Client.DeleteSmsTemplateAsync(new() { TemplateName = templateName }, cancellation));

    private async Task<bool> TryUpdateAsync(SmsTemplateDeclaration template, CancellationToken cancellation)
    {
        var request = new UpdateSmsTemplateRequest
        {
            TemplateName = template.TemplateName,
            SMSTemplateRequest = new() { Body = template.Body },
        };
        try
        {
            await PinpointApplication.CallAsync(
                $"updating SMS template '{template.TemplateName}'", application.Client.UpdateSmsTemplateAsync(request, cancellation));
            return true;
        }
        catch (ProvisioningException exception) when (exception.InnerException is NotFoundException)
        {
            return false;
        }
    }
}
