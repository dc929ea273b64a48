namespace Benchmarks.Load;

/// <param name="Environment">Address of the local environment.</param>
/// <param name="Pixels">How many to fire.</param>
/// <param name="Parallel">How many are under way at once.</param>
/// <param name="Rate">How many to fire a second at most.</param>
internal sealed record LoadOptions(Uri Environment, int Pixels, int Parallel, int Rate)
{
    /// <summary>A company event to post with the first pixel, as the route takes it; null for none.</summary>
    public string? CompanyEvent { get; init; }

    /// <summary>Where to write the figures as JSON; null for nowhere.</summary>
    public FileInfo? Json { get; init; }

    /// <summary>Where to draw the run as SVG; null for nowhere.</summary>
    public FileInfo? Chart { get; init; }
}
