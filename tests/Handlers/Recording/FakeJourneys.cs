using Engagement.Journeys;
using Engagement.Services;

namespace Handlers.Tests.Recording;

/// <summary>Journeys in memory, all of whose calls are counted.</summary>
internal sealed class FakeJourneys : ICustomerJourneys, IJourneyBooks, IJourneyHistory, IJourneyCustomers
{
    private readonly Dictionary<string, CustomerJourneys> stored = [];

    /// <summary>The journeys that there are.</summary>
    public JourneyBook Book { get; set; } = JourneyBook.Empty;

    /// <summary>What is known of each customer; null where there is none.</summary>
    public IJourneyCustomer? Known { get; set; }

    /// <summary>The names of the calls, those of the book left out.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether the book cannot be read.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether nothing can be read or written of customers.</summary>
    public bool Fails { get; set; }

    public CustomerJourneys? Stored(string endpointId) => stored.GetValueOrDefault(endpointId);

    public ValueTask<JourneyBook> ReadAsync(CancellationToken cancellation) =>
        IsDown ? throw new ServiceException(ServiceFailure.Failed, "Journeys: down") : new(Book);

    public Task WriteAsync(JourneyDeployment deployment, CancellationToken cancellation)
    {
        Book = new(deployment.Heads, deployment.Versions);
        return Task.CompletedTask;
    }

    public Task<CustomerJourneys?> FindAsync(string endpointId, CancellationToken cancellation)
    {
        Call("find");
        return Task.FromResult(stored.GetValueOrDefault(endpointId));
    }

    public Task<IReadOnlyDictionary<string, CustomerJourneys>> FindAsync(
        IReadOnlyCollection<string> endpointIds, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TryWriteAsync(CustomerJourneys customer, CancellationToken cancellation)
    {
        Call("write");
        stored[customer.EndpointId] = customer with { Revision = customer.Revision + 1 };
        return Task.FromResult(true);
    }

    public Task NoteAsync(string endpointId, string eventType, DateTimeOffset at, CancellationToken cancellation)
    {
        Call($"note {eventType}");
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string endpointId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task AddAsync(string endpointId, IReadOnlyList<JourneyNote> notes, CancellationToken cancellation)
    {
        Call("history");
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<JourneyNote>> IJourneyHistory.ReadAsync(string endpointId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    Task<IJourneyCustomer?> IJourneyCustomers.FindAsync(string endpointId, CancellationToken cancellation)
    {
        Call("customer");
        return Task.FromResult(Known);
    }

    private void Call(string name)
    {
        lock (Calls)
        {
            Calls.Add(name);
        }

        if (Fails)
        {
            throw new ServiceException(ServiceFailure.Failed, "Journeys: down");
        }
    }
}
