using Amazon.Lambda.Core;
using Engagement.Provisioning;
using ProvisionPinpoint.Provisioning;

namespace ProvisionPinpoint;

/// <summary>Does one step of a resource's life. An exception fails the deployment, which shows its message.</summary>
internal sealed class ProvisionPinpointHandler(Provisioner provisioner, TimeProvider time)
{
    // Enough to answer with an error of our own rather than be ended without one.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    public async Task<ProvisionedResource> HandleAsync(ResourceDeclaration declaration, ILambdaContext context)
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromTicks(Math.Max(0, (context.RemainingTime - Reserve).Ticks)), time);
        return await provisioner.ProvisionAsync(declaration, cancellation.Token);
    }
}
