namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application's journeys that this stack made.</summary>
public interface IJourneyResources
{
    /// <summary>Those of a name, the oldest first.</summary>
    Task<IReadOnlyList<FoundJourney>> FindAsync(string name, CancellationToken cancellation);

    /// <summary>All that let those who are inside go on once they are replaced, by name; the oldest of a name first.</summary>
    Task<IReadOnlyList<(string Name, FoundJourney Journey)>> FindDrainableAsync(CancellationToken cancellation);

    /// <summary>The active journeys of the application that events start.</summary>
    Task<IReadOnlyList<FoundJourney>> FindEventStartedAsync(CancellationToken cancellation);

    /// <summary>Makes a draft and notes on it what it was made from, and what it looked like then.</summary>
    Task<FoundJourney> CreateAsync(string name, string definition, JourneyDeclaration journey, CancellationToken cancellation);

    /// <summary>Makes the draft of this definition active.</summary>
    Task ActivateAsync(string id, string name, string definition, JourneyDeclaration journey, CancellationToken cancellation);

    /// <summary>Notes on a replaced journey when it is cancelled.</summary>
    Task DrainAsync(string id, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Takes the note of <see cref="DrainAsync"/> back.</summary>
    Task KeepAsync(string id, CancellationToken cancellation);

    /// <summary>Makes the journey anew, active, for the time after its end.</summary>
    /// <param name="id">The journey, which has an end.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>The new journey's id.</returns>
    Task<string> RenewAsync(string id, CancellationToken cancellation);

    /// <summary>Ends a journey for good; no endpoint enters or continues.</summary>
    Task CancelAsync(string id, CancellationToken cancellation);

    /// <summary>Removes it, if it is there, with its statistics.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);
}
