using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Engagement.Local.Cloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.WebConsole;

/// <summary>
/// <c>/_local/stream</c>: server-sent events that say what has changed. Each says the whole state of <see cref="ConsoleState"/>, and the
/// first comes at once. So a client that lost its connection has lost nothing.
/// </summary>
/// <param name="clock">When to look; real time, since nobody watches in the cloud's.</param>
internal sealed class ConsoleStream(TimeProvider clock)
{
    /// <summary>Looks for changes this often: fast to the eye, and at most this many renderings a second however much happens.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Says the state this often without any change, so that both ends find out that the other is gone.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(RouteGroupBuilder local, Func<LocalCloud> cloud, Func<bool> isUp) =>
        local.MapGet("stream", (CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(ChangesAsync(cloud(), isUp, cancellationToken)));

    private async IAsyncEnumerable<SseItem<ConsoleState>> ChangesAsync(
        LocalCloud cloud, Func<bool> isUp, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(Interval, clock);
        (int? last, var said) = (null, clock.GetTimestamp());
        do
        {
            var state = ConsoleState.Read(cloud, isUp());
            if (state.Fingerprint != last || clock.GetElapsedTime(said) >= Heartbeat)
            {
                (last, said) = (state.Fingerprint, clock.GetTimestamp());
                yield return new SseItem<ConsoleState>(state, "state") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
            }
        }
        while (await ticks.WaitForNextTickAsync(cancellationToken));
    }
}
