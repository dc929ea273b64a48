using Engagement.Aws.Functions;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Does one step of a resource's life.</summary>
/// <param name="applicationId">The one application whose resources it makes.</param>
public sealed class Provisioner(
    string applicationId,
    EndpointProvisioner endpoints,
    SegmentProvisioner segments,
    JourneyProvisioner journeys,
    CampaignProvisioner campaigns)
{
    /// <summary>How long before an invocation's end calls are cut off: enough to answer with an error of the function's own.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    private static readonly ProvisionedResource Gone = new("", "");

    /// <summary>A function's.</summary>
    public static Provisioner Open(FunctionHost host)
    {
        var application = PinpointApplication.Open(host);
        return new(
            application.Id,
            new(new PinpointEndpointResources(application)),
            new(new PinpointSegmentResources(application)),
            new(new PinpointJourneyResources(application, host.Time), host.Time, host.Log),
            new(new PinpointCampaignResources(application), host.Log));
    }

    /// <exception cref="ProvisioningException">The declaration is wrong, or Pinpoint refused it.</exception>
    public async Task<ProvisionedResource> ProvisionAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        var provisioner = ProvisionerFor(declaration);
        switch (declaration.Step?.Action)
        {
            case "create" or "update":
                var made = await provisioner.UpsertAsync(declaration, cancellation);
                if (declaration.Step.PreviousInput is { } previous && !IsSame(provisioner, previous, declaration))
                {
                    // After the new one: whatever refers to either finds one at any time.
                    await DeleteAsync(previous, cancellation);
                }

                return made;
            case "delete":
                await DeleteAsync(declaration, cancellation);
                return Gone;
            case var other:
                throw new ProvisioningException(
                    $"{Shown(declaration)}: tf.action is '{other}', not create, update or delete; the function is for "
                        + "aws.lambda.Invocation with lifecycleScope CRUD.");
        }
    }

    // An application that is not this one is either gone, with all that was in it, or not ours.
    private Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation) =>
        declaration.ApplicationId == applicationId
            ? ProvisionerFor(declaration).DeleteAsync(declaration, cancellation)
            : Task.CompletedTask;

    private static bool IsSame(IResourceProvisioner provisioner, ResourceDeclaration one, ResourceDeclaration other) =>
        (one.Type, one.ApplicationId) == (other.Type, other.ApplicationId) && provisioner.IsSame(one, other);

    private static string Shown(ResourceDeclaration declaration) => $"{declaration.Type} '{declaration.Name}'";

    private IResourceProvisioner ProvisionerFor(ResourceDeclaration declaration)
    {
        if (declaration.Step?.Action != "delete" && declaration.ApplicationId != applicationId)
        {
            throw new ProvisioningException(
                $"{Shown(declaration)}: applicationId is '{declaration.ApplicationId}', but this function provisions '{applicationId}' "
                    + "alone.");
        }

        return declaration.Type switch
        {
            ResourceTypes.Endpoint => endpoints,
            ResourceTypes.Segment => segments,
            ResourceTypes.Journey => journeys,
            ResourceTypes.Campaign => campaigns,
            _ => throw new ProvisioningException($"{Shown(declaration)}: the type is not endpoint, segment, journey or campaign."),
        };
    }
}
