using Engagement.Customers;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Customers in memory, all of them in the first share, three a page at most.</summary>
internal sealed class FakeCustomers(IReadOnlyList<CustomerProfile> first) : ICustomers
{
    private IReadOnlyList<CustomerProfile> all = first;

    public List<CustomerUpdate> Applied { get; } = [];

    /// <summary>How storing what a message sets fails; null where it does not.</summary>
    public ServiceFailure? Failure { get; set; }

    /// <summary>Others instead.</summary>
    public void Replace(IReadOnlyList<CustomerProfile> customers) => all = customers;

    public Task<IReadOnlyList<CustomerProfile>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CustomerProfile>>([.. all.Where(customer => ids.Contains(customer.Id))]);

    public Task<CustomerProfile?> FindByEndpointAsync(string endpointId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        if (Failure is { } failure)
        {
            throw new ServiceException(failure, "Customers: failed");
        }

        lock (Applied)
        {
            Applied.AddRange(updates);
        }

        return Task.CompletedTask;
    }

    public Task<CustomerPage> ReadAsync(CustomerShare share, string? position, int limit, CancellationToken cancellation)
    {
        var from = position is null ? 0 : int.Parse(position, System.Globalization.CultureInfo.InvariantCulture);
        var page = share.Segment == 0 ? all.Skip(from).Take(3).ToList() : [];
        var next = from + page.Count;
        return Task.FromResult(new CustomerPage(
            page,
            share.Segment == 0 && next < all.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }
}
