namespace Benchmarks.Load;

/// <param name="Environment">Address of the local environment.</param>
/// <param name="Pixels">How many to fire.</param>
/// <param name="Parallel">How many are under way at once.</param>
/// <param name="Rate">How many to fire a second at most.</param>
internal sealed record LoadOptions(Uri Environment, int Pixels, int Parallel, int Rate);
