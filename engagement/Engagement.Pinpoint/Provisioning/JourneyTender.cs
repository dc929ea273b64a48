using Engagement.Aws.Functions;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// Looks after customers' journeys between deployments: cancels those that were replaced long enough ago, and renews those that end soon.
/// </summary>
public sealed class JourneyTender(IJourneyResources journeys, TimeProvider time, LogWriter log)
{
    /// <summary>How long before a journey's end its successor is made: two weeks, so that an operator has time when that fails.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromDays(14);

    /// <summary>A function's.</summary>
    public static JourneyTender Open(FunctionHost host) =>
        new(new PinpointJourneyResources(PinpointApplication.Open(host), host.Time), host.Time, host.Log);

    /// <summary>Does what is due. What fails is tried by the next call, and keeps none of the others from theirs.</summary>
    /// <exception cref="ProvisioningException">Pinpoint refused something.</exception>
    public async Task TendAsync(CancellationToken cancellation)
    {
        var (now, problems) = (time.GetUtcNow(), new List<string>());
        var found = await journeys.FindDrainableAsync(cancellation);
        foreach (var (name, journey) in found.Where(each => each.Journey.IsLive))
        {
            try
            {
                await TendAsync(name, journey, [.. found.Where(each => each.Name == name).Select(each => each.Journey)], now, cancellation);
            }
            catch (ProvisioningException exception)
            {
                problems.Add(exception.Message);
            }
        }

        if (problems.Count > 0)
        {
            throw new ProvisioningException(string.Join(' ', problems));
        }
    }

    private async Task TendAsync(
        string name, FoundJourney journey, IReadOnlyList<FoundJourney> ofName, DateTimeOffset now, CancellationToken cancellation)
    {
        if (journey.DrainsUntil <= now)
        {
            await journeys.CancelAsync(journey.Id, cancellation);
            log.JourneyDrained(name, journey.Id);
        }
        else if (journey.DrainsUntil is null && journey.Ends - now <= RenewBefore && !ofName.Any(each => Follows(each, journey)))
        {
            await DeleteDraftsAsync(ofName, cancellation);
            log.JourneyRenewed(name, await journeys.RenewAsync(journey.Id, cancellation));
        }
    }

    private static bool Follows(FoundJourney other, FoundJourney journey) =>
        other.IsLive && other.DrainsUntil is null && other.Ends > journey.Ends;

    private async Task DeleteDraftsAsync(IReadOnlyList<FoundJourney> ofName, CancellationToken cancellation)
    {
        foreach (var halfMade in ofName.Where(each => each.Phase == JourneyPhase.Draft))
        {
            await journeys.DeleteAsync(halfMade.Id, cancellation);
        }
    }
}
