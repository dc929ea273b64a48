using Engagement.Customers;
using Engagement.Services;

namespace Handlers.Tests.Recording;

/// <summary>Takes every update, unless told otherwise.</summary>
internal sealed class FakeCustomers : ICustomers
{
    /// <summary>What came in one call, in the order of the calls.</summary>
    public List<IReadOnlyList<CustomerUpdate>> Applied { get; } = [];

    /// <summary>How a call fails; null when it does not.</summary>
    public Func<IReadOnlyList<CustomerUpdate>, ServiceFailure?> Failure { get; set; } = _ => null;

    public Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        if (Failure(updates) is { } failure)
        {
            throw new ServiceException(failure, $"Customers: {failure}");
        }

        lock (Applied)
        {
            Applied.Add(updates);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<CustomerProfile>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<CustomerProfile?> FindByEndpointAsync(string endpointId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<CustomerPage> ReadAsync(CustomerShare share, string? position, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
