namespace Engagement.Local.Faults;

/// <summary>
/// A fault as it is asked for. What happens is exactly one of <see cref="Error"/>, <see cref="Drop"/>, <see cref="Timeout"/> and
/// <see cref="Kill"/>, or <see cref="Delay"/> alone; <see cref="Lost"/> has the call carried out before, and alone means a dropped
/// connection. <see cref="Part"/> is for batches.
/// </summary>
internal sealed record FaultRequest
{
    /// <summary>Short name of the service, such as <c>pinpoint</c>. Required.</summary>
    public string? Service { get; init; }

    /// <summary>Such as <c>PutEvents</c>; every operation by default, or as <c>*</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>AWS's name for an error to answer.</summary>
    public string? Error { get; init; }

    /// <summary>HTTP status of the error, 400 to 599; by default the one that AWS gives it.</summary>
    public int? Status { get; init; }

    /// <summary>Share of calls that it strikes, above 0 and at most 1; 1 by default.</summary>
    public double? Rate { get; init; }

    /// <summary>
    /// ISO 8601 duration, up to an hour, by which the call is late. It passes in real time, because callers wait outside this process. The
    /// virtual clock waits for what is under way, so that cannot wait for the clock.
    /// </summary>
    public string? Delay { get; init; }

    /// <summary>No answer until the caller gives up. For calls within this process, which have no time-outs, that is at once.</summary>
    public bool? Timeout { get; init; }

    /// <summary>The connection ends without an answer.</summary>
    public bool? Drop { get; init; }

    /// <summary>The call is carried out, and its caller told otherwise.</summary>
    public bool? Lost { get; init; }

    /// <summary>
    /// Of a batch, every second entry fails, with the error that is asked for, and the others are carried out. DynamoDB names no error: it
    /// leaves these keys unprocessed.
    /// </summary>
    public bool? Part { get; init; }

    /// <summary>
    /// With service <c>lambda</c> and operation <c>Invoke</c>, the function's process is killed in mid-invocation. With any other call, the
    /// calling function is killed between the call and its answer.
    /// </summary>
    public bool? Kill { get; init; }

    /// <summary>
    /// Name of the function, with <c>*</c> and <c>?</c>, whose calls it strikes or which it kills. By default any function is killed, and
    /// calls of any caller are struck.
    /// </summary>
    public string? Function { get; init; }

    /// <summary>How many calls it strikes at most, 1 or more; no limit by default.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// Where the random decisions start: with the same seed, the same of the calls are struck. By chance by default, and shown.
    /// </summary>
    public long? Seed { get; init; }
}
