using Engagement.Functions;
using Engagement.Journeys;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>The journeys' queue: at least once. What a function does not finish is dropped, as after the last attempt.</summary>
internal sealed class MoveQueue
{
    private readonly Lock gate = new();
    private readonly List<string> bodies = [];

    /// <summary>Messages that are to be handed over.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return bodies.Count;
            }
        }
    }

    /// <summary>The queue as a process calls it.</summary>
    public IJourneyQueue For(FunctionProcess process) => new Calls(this, process);

    /// <summary>Takes all messages out.</summary>
    public IReadOnlyList<QueueMessage> Take(bool twice)
    {
        lock (gate)
        {
            List<QueueMessage> taken = [.. bodies.Concat(twice ? bodies : []).Select((body, index) => new QueueMessage($"m{index}", body))];
            bodies.Clear();
            return taken;
        }
    }

    private sealed class Calls(MoveQueue queue, FunctionProcess process) : IJourneyQueue
    {
        public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(queue.Count);

        public Task SendAsync(IReadOnlyList<CustomersToMove> messages, CancellationToken cancellation)
        {
            Assert.InRange(messages.Count, 1, IJourneyQueue.Most);
            process.Call(() =>
            {
                lock (queue.gate)
                {
                    queue.bodies.AddRange(messages.Select(each => each.ToJson()));
                }
            });
            return Task.CompletedTask;
        }
    }
}
