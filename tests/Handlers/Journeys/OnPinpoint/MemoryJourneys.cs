using Engagement.Definitions.Journeys;
using Engagement.Journeys;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>The stores of journeys in memory, which can fail or be written by another at the same time.</summary>
internal sealed class MemoryJourneys : ICustomerJourneys, IJourneyBooks, IJourneyHistory
{
    private readonly Dictionary<string, CustomerJourneys> customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<JourneyVersion> versions = [];
    private readonly List<(string Endpoint, JourneyNote Note)> notes = [];
    private IReadOnlyList<JourneyHead> heads = [];
    private long revisions;

    /// <summary>Fails the next call.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Runs before the next write.</summary>
    public Action? BeforeWrite { get; set; }

    public int Calls { get; private set; }

    public IEnumerable<JourneyNote> Notes => notes.Select(each => each.Note);

    public CustomerJourneys? this[string endpointId] => customers.GetValueOrDefault(endpointId);

    public JourneyBook Book => new(heads, versions);

    public Task<CustomerJourneys?> FindAsync(string endpointId, CancellationToken cancellation)
    {
        Called();
        return Task.FromResult(customers.GetValueOrDefault(endpointId));
    }

    public Task<IReadOnlyDictionary<string, CustomerJourneys>> FindAsync(
        IReadOnlyCollection<string> endpointIds, CancellationToken cancellation)
    {
        Called();
        return Task.FromResult<IReadOnlyDictionary<string, CustomerJourneys>>(
            endpointIds.Where(customers.ContainsKey).ToDictionary(each => each, each => customers[each]));
    }

    public Task<bool> TryWriteAsync(CustomerJourneys customer, CancellationToken cancellation)
    {
        Called();
        (BeforeWrite, var before) = (null, BeforeWrite);
        before?.Invoke();
        if ((customers.GetValueOrDefault(customer.EndpointId)?.Revision ?? 0) != customer.Revision)
        {
            return Task.FromResult(false);
        }

        customers[customer.EndpointId] = customer with { Revision = ++revisions };
        return Task.FromResult(true);
    }

    public Task NoteAsync(string endpointId, string eventType, DateTimeOffset at, CancellationToken cancellation)
    {
        Called();
        var customer = customers.GetValueOrDefault(endpointId) ?? new() { EndpointId = endpointId };
        if (!customer.HasSeen(eventType, at))
        {
            var seen = new Dictionary<string, DateTimeOffset>(customer.Seen) { [eventType] = at };
            customers[endpointId] = customer with { Seen = seen, Revision = ++revisions };
        }

        return Task.CompletedTask;
    }

    public ValueTask<JourneyBook> ReadAsync(CancellationToken cancellation)
    {
        Called();
        return new(Book);
    }

    public Task WriteAsync(JourneyDeployment deployment, CancellationToken cancellation)
    {
        versions.AddRange(deployment.Versions.Where(each => Book.Find(each.Journey.Name, each.Id) is null));
        heads = deployment.Heads;
        return Task.CompletedTask;
    }

    public Task AddAsync(string endpointId, IReadOnlyList<JourneyNote> added, CancellationToken cancellation)
    {
        notes.AddRange(added.Select(note => (endpointId, note)));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JourneyNote>> ReadAsync(string endpointId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<JourneyNote>>([.. notes.Where(each => each.Endpoint == endpointId).Select(each => each.Note)]);

    Task ICustomerJourneys.DeleteAsync(string endpointId, CancellationToken cancellation)
    {
        customers.Remove(endpointId);
        return Task.CompletedTask;
    }

    Task IJourneyHistory.DeleteAsync(string endpointId, CancellationToken cancellation)
    {
        notes.RemoveAll(each => each.Endpoint == endpointId);
        return Task.CompletedTask;
    }

    private void Called()
    {
        Calls++;
        (Failure, var failure) = (null, Failure);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
