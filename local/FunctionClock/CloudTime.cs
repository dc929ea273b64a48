namespace Engagement.Local.FunctionClock;

/// <summary>
/// The cloud's time in a function's process. Timers and timestamps stay the machine's: a function waits for real processes and connections,
/// and
/// the cloud's clock waits for the function.
/// </summary>
/// <param name="path">Where the cloud's clock is.</param>
/// <exception cref="IOException">It is not there.</exception>
internal sealed class CloudTime(string path) : TimeProvider
{
    private readonly ClockFile clock = ClockFile.Open(path);

    /// <inheritdoc/>
    // DateTimeOffset and not TimeProvider.System, whose place this takes.
    public override DateTimeOffset GetUtcNow() => clock.Reading.At(DateTimeOffset.UtcNow);
}
