using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Pixel;
using Engagement.Sending;

namespace Handlers.Tests.Journeys;

/// <summary>
/// One customer's item, the queue that delivers events, and movers of which two may run at once. Each step of a process is one effect, so
/// that others come between, and it may die after any. A process that lives longer than a minute dies, as functions do.
/// </summary>
internal sealed class JourneyWorld(GeneratedHistory history, JourneyCore core)
{
    private const string Endpoint = "customer-1";
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    private readonly Random random = new(history.Seed);
    private readonly List<(IEnumerator<int> Process, DateTimeOffset Born)> processes = [];
    private readonly List<JourneyVersion> versions = [];
    private IReadOnlyList<JourneyHead> heads = [];
    private JourneyBook book = JourneyBook.Empty;
    private CustomerJourneys? stored;
    private bool wasDeleted;
    private long revisions;
    private DateTimeOffset now = history.Start;

    public WorldLog Log { get; } = new();

    public CustomerJourneys? Stored => stored;

    public DateTimeOffset Now => now;

    private TimeSpan Elapsed => now - history.Start;

    private bool IsDeleted => Elapsed >= history.Deleted;

    private IJourneyCustomer? Known => IsDeleted ? null : new WorldCustomer(history.Zone, Elapsed >= history.OptsOut);

    public void Run()
    {
        var deliveries = new PriorityQueue<Occurrence, TimeSpan>(
            history.Occurrences.SelectMany(each => each.Delays.Select(delay => (each, each.At + delay))));
        var deployments = new Queue<(TimeSpan At, int Catalog)>(history.Deployments);
        Deploy(JourneyCatalogs.First);
        var end = history.Start + GeneratedHistory.Length + TimeSpan.FromDays(30);
        while (now < end && (deliveries.Count > 0 || deployments.Count > 0 || stored?.Due is not null || processes.Count > 0))
        {
            Pass(Next(deliveries, deployments, end));
            while (deployments.TryPeek(out var deployment) && deployment.At <= Elapsed)
            {
                Deploy(JourneyCatalogs.Deployed[deployments.Dequeue().Catalog]);
            }

            while (deliveries.TryPeek(out _, out var at) && at <= Elapsed)
            {
                Begin(Record(deliveries.Dequeue()));
            }

            RunProcesses();
        }
    }

    // The next instant at which something is to be done. With faults, now and then much later: the sweep was down.
    private DateTimeOffset Next(
        PriorityQueue<Occurrence, TimeSpan> deliveries, Queue<(TimeSpan At, int Catalog)> deployments, DateTimeOffset end)
    {
        DateTimeOffset?[] instants =
        [
            deliveries.TryPeek(out _, out var delivery) ? history.Start + delivery : null,
            deployments.TryPeek(out var deployment) ? history.Start + deployment.At : null,
            stored?.Due,
            processes.Count > 0 ? now + TimeSpan.FromSeconds(5) : null,
        ];
        var next = instants.Min() is { } instant && instant < end ? instant : end;
        var lag = !history.HasFaults || random.Next(10) > 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(random.Next(1, 60 * 40));
        return (next > now ? next : now) + lag;
    }

    private void Pass(DateTimeOffset next)
    {
        now = next;
        processes.RemoveAll(each => now - each.Born > LongestRun);
        if (IsDeleted && !wasDeleted)
        {
            Delete();
        }

        if (stored?.Due <= now)
        {
            for (var i = history.HasFaults ? random.Next(1, 4) : 1; i > 0; i--)
            {
                Begin(Move());
            }
        }
    }

    private void Delete()
    {
        wasDeleted = true;
        Log.Notes.AddRange((stored?.Enrollments.Values ?? []).SelectMany(entry => new[]
        {
            new JourneyNote(now, entry.Journey, entry.Version, entry.Id, "", JourneyOutcome.Left, JourneyReason.Deleted),
            new JourneyNote(now, entry.Journey, entry.Version, entry.Id, "", JourneyOutcome.Unknown),
        }.Take(entry.Claim is null ? 1 : 2)));
        stored = null;
    }

    private void Begin(IEnumerable<int> process) => processes.Add((process.GetEnumerator(), now));

    private void RunProcesses()
    {
        for (var steps = history.HasFaults ? random.Next(0, 60) : int.MaxValue; steps > 0 && processes.Count > 0; steps--)
        {
            var index = random.Next(processes.Count);
            if ((history.HasFaults && random.NextDouble() < 0.03) || !processes[index].Process.MoveNext())
            {
                processes.RemoveAt(index);
            }
        }
    }

    private void Deploy(JourneyCatalog catalog)
    {
        var deployment = JourneyDeployment.Plan(catalog, book, now, now);
        versions.AddRange(deployment.Versions.Where(
            version => versions.All(known => (known.Journey.Name, known.Id) != (version.Journey.Name, version.Id))));
        heads = deployment.Heads;
        book = new(heads, versions.Where(IsAlive));
    }

    // As a store may: it drops a version once each customer has left it.
    private bool IsAlive(JourneyVersion version) => heads.Any(head =>
        head.Journey == version.Journey.Name
            && (head.Version == version.Id || head.Superseded.Any(each => each.Version == version.Id)));

    private IEnumerable<int> Record(Occurrence occurrence)
    {
        var occurred = new PixelEvent
        {
            RequestId = occurrence.Id,
            At = history.Start + occurrence.At,
            Type = occurrence.Type,
            EndpointId = Endpoint,
        };
        Log.Delivered.TryAdd(occurrence.Id, now);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var read = stored ?? new() { EndpointId = Endpoint };
            yield return 0;
            var decision = core.Occur(read, occurred, Known, book, now);
            if (ReferenceEquals(decision.Customer, read))
            {
                yield break;
            }

            yield return 0;
            if (TryWrite(decision, now))
            {
                Log.Events.Add((occurred.Type, occurred.At));
                yield break;
            }
        }
    }

    private IEnumerable<int> Move()
    {
        for (var attempt = 0; attempt < 200 && stored is { } read; attempt++)
        {
            yield return 0;
            var at = now;
            var decision = core.Advance(read, Known, book, at);
            if (ReferenceEquals(decision.Customer, read))
            {
                yield break;
            }

            yield return 0;
            if (!TryWrite(decision, at))
            {
                continue;
            }

            if (decision.Message is not { } message)
            {
                yield break;
            }

            yield return 0;
            var outcome = Outcome();
            Log.Calls.Add((message, outcome));
            foreach (var step in Settle(message, outcome))
            {
                yield return step;
            }
        }
    }

    private IEnumerable<int> Settle(JourneyMessage message, SendOutcome outcome)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            yield return 0;
            if (stored is not { } read)
            {
                yield break;
            }

            yield return 0;
            var decision = core.Settle(read, message, outcome, now);
            if (ReferenceEquals(decision.Customer, read) || TryWrite(decision, now))
            {
                yield break;
            }
        }
    }

    private SendOutcome Outcome() => !history.HasFaults ? new SendOutcome.Sent("m") : random.Next(20) switch
    {
        0 => new SendOutcome.NotSent(SendingReason.Throttled),
        1 => new SendOutcome.Stopped("paused"),
        2 => new SendOutcome.Refused(SendingReason.NotRendered),
        3 => new SendOutcome.Unknown("timeout"),
        _ => new SendOutcome.Sent("m"),
    };

    private bool TryWrite(JourneyDecision decision, DateTimeOffset decided)
    {
        if (core.ComparesRevisions && (stored?.Revision ?? 0) != decision.Customer.Revision)
        {
            return false;
        }

        stored = decision.Customer with { Revision = ++revisions };
        Log.Notes.AddRange(decision.Notes);
        if (decision.Message is { } message)
        {
            var entry = decision.Customer.Enrollments[message.Journey];
            var entered = Log.Entries.Last(each => each.Entry.Journey == message.Journey && each.Entry.Id == message.Entry);
            Log.Claims.Add(new(message, entry, book.Find(message.Journey, message.Version)!, decided, entered, [.. Log.Events]));
        }

        foreach (var note in decision.Notes.Where(note => note.Outcome is JourneyOutcome.Entered or JourneyOutcome.Restarted))
        {
            var entry = decision.Customer.Enrollments[note.Journey];
            Log.Entries.Add(new(entry, book.Find(entry.Journey, entry.Version)!, book.Head(entry.Journey)!, decided));
        }

        return true;
    }

    private sealed class WorldCustomer(string zone, bool hasOptedOut) : IJourneyCustomer
    {
        public Engagement.Customer Customer { get; } =
            new(Endpoint, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["tz"] = [zone] });

        public bool IsIn(string segment) => false;

        public string? Objection(string template, Topic topic) => hasOptedOut ? SendingReason.OptedOut : null;
    }
}
