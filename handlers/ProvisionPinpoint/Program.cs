using Engagement.Aws.Functions;
using Engagement.Pinpoint.Provisioning;

await FunctionHost.RunAsync<ResourceDeclaration, ProvisionedResource, ProvisioningJson>(
    host =>
    {
        var provisioner = Provisioner.Open(host);
        return (declaration, deadline) => provisioner.ProvisionAsync(declaration, deadline.Cancellation);
    },
    Provisioner.Reserve);
