namespace Benchmarks.Growth;

/// <summary>Something that costs more as there is more of something.</summary>
/// <param name="Cost">What is measured, for readers.</param>
/// <param name="Of">What there is more of, in the plural.</param>
/// <param name="First">How many at first; ten times and a hundred times as many follow.</param>
/// <param name="Prepare">Makes so many of it, and returns what is measured.</param>
internal sealed record GrowthSeries(string Cost, string Of, int First, Func<int, Func<Task>> Prepare);
