namespace Benchmarks.Load;

/// <param name="Recorded">Events that Pinpoint took.</param>
/// <param name="Rejected">Events that a rule or Pinpoint refused for good.</param>
/// <param name="Calls">Calls of PutEvents.</param>
internal readonly record struct Reported(int Recorded, int Rejected, int Calls)
{
    public static Reported operator -(Reported later, Reported earlier) =>
        new(later.Recorded - earlier.Recorded, later.Rejected - earlier.Rejected, later.Calls - earlier.Calls);
}
