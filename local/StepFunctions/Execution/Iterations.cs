using System.Text.Json.Nodes;
using Engagement.Local.Clock;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>Runs the iterations of a Map at once. The first error stops the others and is the whole's.</summary>
internal sealed class Iterations(VirtualClock clock)
{
    // Iterations of an inline Map at once, by the developer guide.
    private const int MostAtOnce = 40;

    /// <param name="count">How many.</param>
    /// <param name="atOnce">How many at once; 0 for as many as there may be.</param>
    /// <param name="run">Runs one, by its number.</param>
    /// <param name="work">Rests while they run: each has work of its own.</param>
    /// <param name="cancellationToken">Stops them.</param>
    /// <returns>Their outputs, in order of number.</returns>
    public async Task<JsonNode?[]> RunAsync(
        int count, int atOnce, Func<int, Work, CancellationToken, Task<JsonNode?>> run, Work work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outputs = new JsonNode?[count];
        var runners = Math.Min(count, atOnce == 0 ? MostAtOnce : Math.Min(atOnce, MostAtOnce));
        var ended = new WorkSignal();
        var (next, left) = (-1, runners);
        Exception? failure = null;
        for (var runner = 0; runner < runners; runner++)
        {
            _ = clock.RunWorkAsync("iteration of a state machine", RunNextAsync);
        }

        if (runners > 0)
        {
            // Not ended by cancellation: the iterations are, and the last of them ends this.
            await ended.WaitAsync(work, Timeout.InfiniteTimeSpan, CancellationToken.None);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return failure is null ? outputs : throw failure;

        async Task RunNextAsync(Work iterationWork)
        {
            try
            {
                while (Interlocked.Increment(ref next) is var i && i < count && !stop.IsCancellationRequested)
                {
                    outputs[i] = await run(i, iterationWork, stop.Token);
                }
            }
#pragma warning disable CA1031 // Whatever it is, it is thrown by who waits for the iterations.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, e, null);
                await stop.CancelAsync();
            }
            finally
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    ended.Set();
                }
            }
        }
    }
}
