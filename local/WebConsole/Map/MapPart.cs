namespace Engagement.Local.WebConsole.Map;

/// <summary>A box of the overview: a deployed resource, or what stands outside of the stack.</summary>
internal sealed record MapPart
{
    /// <summary>ARN of the resource, or a name of its own.</summary>
    public required string Id { get; init; }

    /// <summary>The resource's name in the stack's program.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of thing it is, and how it is: <c>queue, 3 wait</c>.</summary>
    public required string Detail { get; init; }

    /// <summary>The console's address that has its details, such as <c>queues/NAME</c>; null where there is none.</summary>
    public string? View { get; init; }

    /// <summary>Something has failed here.</summary>
    public bool IsBad { get; init; }

    /// <summary>Something waits here.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>It is no resource of the stack.</summary>
    public bool IsOutside { get; init; }
}

/// <summary>An arrow of the overview.</summary>
/// <param name="From">Id of the part that it starts from.</param>
/// <param name="To">Id of the part that it ends at.</param>
/// <param name="What">What goes along it, such as <c>SendEmail</c>; null where the parts say it.</param>
/// <param name="Count">How often that has happened; null where nothing counts it.</param>
internal sealed record MapArrow(string From, string To, string? What, long? Count);

/// <summary>What begins at some parts, and all that follows from it.</summary>
internal sealed record MapFlow(string Name, string Says, IReadOnlyList<MapPart> Nodes, IReadOnlyList<MapArrow> Edges);

/// <summary>A number at the head of the overview.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Value">The count.</param>
/// <param name="View">The console's address that lists them.</param>
/// <param name="IsBad">Whether it should be 0 and is not.</param>
internal sealed record MapFigure(string Name, long Value, string View, bool IsBad);
