using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Faults.Batches;

namespace Engagement.Local.Faults;

/// <summary>A fault that strikes one call.</summary>
/// <param name="fault">Which.</param>
/// <param name="service">Short name of the service.</param>
/// <param name="operation">The operation called.</param>
/// <param name="real">Real time, which delays take.</param>
internal sealed class Disturbance(FaultRequest fault, string service, string operation, TimeProvider real)
{
    /// <summary>Ends the function that made the call.</summary>
    public required Action Kill { get; init; }

    /// <summary>
    /// The error of a part of a batch's entries, while the others are carried out; null where it strikes the call as a whole.
    /// </summary>
    public EntryError? OfPart => fault.Part == true ? new(fault.Error ?? "", fault.Status ?? 0) : null;

    /// <summary>What happens, in a word or two, such as <c>error</c>, <c>drop, lost</c> or <c>delay</c>.</summary>
    public string Kind => string.Join(", ", new[]
    {
        fault.Error is null ? null : "error",
        fault.Drop == true ? "drop" : null,
        fault.Timeout == true ? "timeout" : null,
        fault.Delay is null ? null : "delay",
        fault.Kill == true ? "kill" : null,
        fault.Lost == true ? "lost" : null,
        fault.Part == true ? "part" : null,
    }.OfType<string>());

    /// <summary>Carries the call out as far as the fault lets it.</summary>
    /// <param name="execute">Does what was called for.</param>
    /// <param name="wait">What a caller does that gets no answer. Ends by an exception.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsException">The error that was asked for.</exception>
    /// <exception cref="DroppedConnectionException">A dropped connection was asked for.</exception>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> execute, Func<CancellationToken, Task> wait, CancellationToken cancellationToken)
    {
        if (fault.Delay is { } delay)
        {
            await Task.Delay(FaultRules.Duration(delay), real, cancellationToken);
        }

        if (fault.Kill == true)
        {
            await execute(cancellationToken);
            Kill();
            throw new DroppedConnectionException(service, operation);
        }

        if (fault.Part == true || (fault is { Error: null, Lost: not true } && fault.Drop != true && fault.Timeout != true))
        {
            return await execute(cancellationToken);
        }

        if (fault.Lost == true)
        {
            await execute(cancellationToken);
        }

        if (fault.Timeout == true)
        {
            await wait(cancellationToken);
        }

        throw fault.Error is { } error
            ? new AwsException(
                (HttpStatusCode)fault.Status!.Value, error, $"{service} {operation} fails with {error}, as asked for at /_local/faults.")
            : new DroppedConnectionException(service, operation);
    }
}
