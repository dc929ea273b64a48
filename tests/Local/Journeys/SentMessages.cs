using Engagement.Sending;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>The sending service: it knows what was truly sent.</summary>
internal sealed class SentMessages(FunctionFaults faults, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<(string Endpoint, string Journey, string Entry, string Template, DateTimeOffset At)> sent = [];

    /// <summary>Why it takes no message at all; null when it does.</summary>
    public string? Stopped { get; set; }

    /// <summary>Messages that it was asked to send.</summary>
    public int Calls { get; private set; }

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<(string Endpoint, string Journey, string Entry, string Template, DateTimeOffset At)> All
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>The service as a process calls it.</summary>
    public IMessages For(FunctionProcess process) => new Service(this, process);

    private SendOutcome Send(FunctionProcess process, OutgoingMessage message)
    {
        lock (gate)
        {
            Calls++;
        }

        if (Stopped is { } reason)
        {
            return new SendOutcome.Stopped(reason);
        }

        switch (process.Roll())
        {
            case var roll when roll < faults.Throttled:
                return new SendOutcome.NotSent(SendingReason.Throttled);
            case var roll when roll < faults.Throttled + faults.Unanswered:
                Note(message, roll % 2 == 0);
                return new SendOutcome.Unknown("noAnswer");
            default:
                Note(message, isSent: true);
                return new SendOutcome.Sent("m");
        }
    }

    private void Note(OutgoingMessage message, bool isSent)
    {
        lock (gate)
        {
            if (isSent)
            {
                sent.Add((message.To.Endpoint.Id, message.Tags["journey"], message.Tags["entry"], message.Template, time.GetUtcNow()));
            }
        }
    }

    private sealed class Service(SentMessages messages, FunctionProcess process) : IMessages
    {
        public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            process.Live();
            await Task.Yield();
            var outcome = messages.Send(process, message);
            process.Live();
            return outcome;
        }
    }
}
