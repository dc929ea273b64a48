namespace Engagement.CompanyEvents.Publishing;

/// <summary>What became of an event: <see cref="Published"/>, <see cref="Repeated"/> or <see cref="Refused"/>.</summary>
public abstract record Publication
{
    private Publication()
    {
    }

    /// <summary>The event is new and was handed on.</summary>
    /// <param name="Id">The event's id.</param>
    public sealed record Published(string Id) : Publication;

    /// <summary>The event was here before.</summary>
    /// <param name="Id">The event's id.</param>
    public sealed record Repeated(string Id) : Publication;

    /// <summary>Something is wrong with the event; nothing was done.</summary>
    /// <param name="Problems">All that is wrong.</param>
    public sealed record Refused(IReadOnlyList<CompanyEventProblem> Problems) : Publication;
}
