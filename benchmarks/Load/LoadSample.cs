namespace Benchmarks.Load;

/// <summary>What had happened at a time.</summary>
/// <param name="Seconds">Since the first pixel.</param>
/// <param name="Fired">Pixels that were fired.</param>
/// <param name="Recorded">Events that were recorded.</param>
/// <param name="Sent">Messages that were sent.</param>
internal sealed record LoadSample(double Seconds, int Fired, int Recorded, int Sent);
