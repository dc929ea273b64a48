namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application's journeys that this stack made.</summary>
public interface IJourneyResources
{
    /// <summary>Those of a name, the oldest first.</summary>
    Task<IReadOnlyList<FoundJourney>> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Makes a draft and notes on it what it was made from, and what it looked like then.</summary>
    Task<FoundJourney> CreateAsync(string name, string definition, JourneyDeclaration journey, CancellationToken cancellation);

    /// <summary>Makes the draft of this definition active.</summary>
    Task ActivateAsync(string id, string name, string definition, JourneyDeclaration journey, CancellationToken cancellation);

    /// <summary>Ends a journey for good; no endpoint enters or continues.</summary>
    Task CancelAsync(string id, CancellationToken cancellation);

    /// <summary>Removes it, if it is there, with its statistics.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);
}
