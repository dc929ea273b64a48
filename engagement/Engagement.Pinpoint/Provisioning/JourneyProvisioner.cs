using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// Makes journeys. The activities of an active journey cannot change, so a changed journey is a new one. The old one stays active until the
/// new one lets endpoints enter, or for as long as it lets those who are inside go on. An endpoint that comes meanwhile enters one of the
/// two, or both. The function that they call knows what is left to do.
/// </summary>
public sealed class JourneyProvisioner(IJourneyResources journeys, TimeProvider time, LogWriter log) : IResourceProvisioner
{
    /// <summary>
    /// Pinpoint lets endpoints enter five minutes after a journey became active ("Review and publish a journey", user guide); a minute more
    /// for clocks that differ.
    /// </summary>
    public static readonly TimeSpan OpensAfter = TimeSpan.FromMinutes(6);

    /// <summary>Journeys of an account that events start ("Journey quotas" in the developer guide).</summary>
    public const int MostEventStarted = 20;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public async Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        var journey = declaration.Read(ProvisioningJson.Default.JourneyDeclaration);
        var definition = DefinitionText.Hash(journey, ProvisioningJson.Default.JourneyDeclaration);
        var found = await journeys.FindAsync(declaration.Name, cancellation);
        if (!declaration.OverwriteConsoleEdits)
        {
            RefuseEdited(declaration, found);
        }

        var present = found.LastOrDefault(each => each is { Phase: JourneyPhase.Active, IsEdited: false } && each.Definition == definition);
        var current = present ?? await LaunchAsync(declaration.Name, definition, journey, found, cancellation);
        if (current.DrainsUntil is not null)
        {
            // The definition before the last is back.
            await journeys.KeepAsync(current.Id, cancellation);
        }

        var others = found.Where(each => each.IsLive && each.Id != current.Id && !IsPredecessor(each, current));
        await EndOthersAsync(declaration.Name, current, [.. others], cancellation);
        return new(current.Id, current.Arn);
    }

    public async Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        foreach (var journey in await journeys.FindAsync(declaration.Name, cancellation))
        {
            if (journey.IsLive)
            {
                await journeys.CancelAsync(journey.Id, cancellation);
            }

            await journeys.DeleteAsync(journey.Id, cancellation);
        }
    }

    // A journey that was renewed ends by itself.
    private static bool IsPredecessor(FoundJourney journey, FoundJourney current) =>
        journey.DrainsUntil is null && journey.Definition == current.Definition && journey.Ends < current.Ends;

    private static void RefuseEdited(ResourceDeclaration declaration, IReadOnlyList<FoundJourney> found)
    {
        if (found.FirstOrDefault(each => each.Phase == JourneyPhase.Paused || (each.IsLive && each.IsEdited)) is { } edited)
        {
            var what = edited.Phase == JourneyPhase.Paused ? "paused" : "edited";
            throw new ProvisioningException(
                $"journey '{declaration.Name}' ({edited.Id}) was {what} in the console, and is left as it is. Undo that there and change "
                    + "provisioning:attempt,"
                + " or let the stack replace it: pulumi config set provisioning:overwriteConsoleEdits true.");
        }
    }

    private async Task<FoundJourney> LaunchAsync(
        string name, string definition, JourneyDeclaration journey, IReadOnlyList<FoundJourney> found, CancellationToken cancellation)
    {
        foreach (var halfMade in found.Where(each => each.Phase == JourneyPhase.Draft))
        {
            await journeys.DeleteAsync(halfMade.Id, cancellation);
        }

        await RefuseTooManyAsync(name, journey, cancellation);
        var draft = await journeys.CreateAsync(name, definition, journey, cancellation);
        await journeys.ActivateAsync(draft.Id, name, definition, journey, cancellation);
        return draft with { Phase = JourneyPhase.Active, ChangedAt = time.GetUtcNow() };
    }

    private async Task RefuseTooManyAsync(string name, JourneyDeclaration journey, CancellationToken cancellation)
    {
        if (journey.EventType is null
            || await journeys.FindEventStartedAsync(cancellation) is not { Count: >= MostEventStarted } active)
        {
            return;
        }

        var draining = active.Select(each => each.DrainsUntil).OfType<DateTimeOffset>().Order().ToList();
        throw new ProvisioningException(
            $"journey '{name}': Pinpoint runs {MostEventStarted} journeys that events start, and has {active.Count}."
                + (draining.Count == 0
                    ? " Take one out of the definitions first."
                    : $" {draining.Count} of them were replaced and let customers who are inside go on, the first until"
                        + $" {IsoInstant.Format(draining[0])}: wait until then, or cancel one in Pinpoint.")
                + " Then change provisioning:attempt, and deploy again.");
    }

    private async Task EndOthersAsync(string name, FoundJourney current, IReadOnlyList<FoundJourney> others, CancellationToken cancellation)
    {
        if (others.Count == 0)
        {
            return;
        }

        foreach (var other in others)
        {
            log.JourneyReplaced(name, other.Id, current.Id);
        }

        await UntilOpenAsync(current, cancellation);
        foreach (var other in others)
        {
            await EndAsync(other, cancellation);
        }
    }

    private Task EndAsync(FoundJourney journey, CancellationToken cancellation) =>
        journey is { DrainsUntil: { } until } && until > time.GetUtcNow() ? Task.CompletedTask
        : journey is { DrainsUntil: null, DrainFor: { } rest } ? journeys.DrainAsync(journey.Id, time.GetUtcNow() + rest, cancellation)
        : journeys.CancelAsync(journey.Id, cancellation);

    // In short steps: a clock that is set meanwhile makes the wait neither too short for the journey nor too long for the function.
    private async Task UntilOpenAsync(FoundJourney journey, CancellationToken cancellation)
    {
        var (opens, latest) = (journey.ChangedAt + OpensAfter, time.GetUtcNow() + OpensAfter);
        var until = opens < latest ? opens : latest;
        for (var left = until - time.GetUtcNow(); left > TimeSpan.Zero; left = until - time.GetUtcNow())
        {
            await Task.Delay(left < Step ? left : Step, time, cancellation);
        }
    }
}
