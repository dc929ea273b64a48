using Engagement.Sending;

namespace Local.Tests.Ses.Campaigns;

/// <summary>The sending service: it knows what was truly sent.</summary>
internal sealed class SentEmails(FunctionFaults faults, TimeProvider time)
{
    private static readonly TimeSpan PauseLength = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly List<(string EndpointId, DateTimeOffset At)> sent = [];
    private DateTimeOffset? paused;

    /// <summary>After how many messages it pauses, where it does.</summary>
    public int PausesAfter { get; init; } = 10;

    /// <summary>The endpoints that got the message, each as often as it did.</summary>
    public IReadOnlyList<string> EndpointIds
    {
        get
        {
            lock (gate)
            {
                return [.. sent.Select(each => each.EndpointId)];
            }
        }
    }

    /// <summary>When each message was sent.</summary>
    public IReadOnlyList<DateTimeOffset> Times
    {
        get
        {
            lock (gate)
            {
                return [.. sent.Select(each => each.At).Order()];
            }
        }
    }

    /// <summary>The service as a process calls it.</summary>
    public IMessages For(FunctionProcess process) => new Calls(this, process);

    private SendOutcome Send(FunctionProcess process, string endpointId)
    {
        lock (gate)
        {
            if (IsPaused())
            {
                return new SendOutcome.Stopped("paused");
            }
        }

        switch (process.Roll())
        {
            case var roll when roll < faults.Throttled:
                return new SendOutcome.NotSent(SendingReason.Throttled);
            case var roll when roll < faults.Throttled + faults.Unanswered:
                Note(endpointId, roll % 2 == 0);
                return new SendOutcome.Unknown("noAnswer");
            case var _ when endpointId.StartsWith("refused", StringComparison.Ordinal):
                return new SendOutcome.Refused("rejected");
            default:
                Note(endpointId, isSent: true);
                return new SendOutcome.Sent($"m-{endpointId}");
        }
    }

    private bool IsPaused()
    {
        if (faults.Pauses && paused is null && sent.Count >= PausesAfter)
        {
            paused = time.GetUtcNow();
        }

        return paused is { } since && time.GetUtcNow() < since + PauseLength;
    }

    private void Note(string endpointId, bool isSent)
    {
        lock (gate)
        {
            if (isSent)
            {
                sent.Add((endpointId, time.GetUtcNow()));
            }
        }
    }

    private sealed class Calls(SentEmails emails, FunctionProcess process) : IMessages
    {
        public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            process.Live();
            await Task.Yield();
            var outcome = emails.Send(process, message.To.Endpoint.Id);
            process.Live();
            return outcome;
        }
    }
}
