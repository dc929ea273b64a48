using Engagement.Cli.Commands;
using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Cli.Scanning;

/// <summary>Goes through all customers, in several shares at once.</summary>
/// <param name="customers">The customers.</param>
/// <param name="time">Tells the time.</param>
internal sealed class CustomerScan(ICustomers customers, TimeProvider time)
{
    private const int Shares = 8;

    // A page of a scan has at most 1 MB ("Scan" in the DynamoDB API reference), which is some hundred customers.
    private const int PageSize = 500;

    // With pauses from half a second, doubled each time: a quarter of a minute.
    private const int Tries = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <param name="take">Takes a page; one at a time.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="ServiceException">The store gives no answer.</exception>
    public async Task RunAsync(Func<IReadOnlyList<CustomerProfile>, Task> take, CancellationToken cancellation)
    {
        using var one = new SemaphoreSlim(1, 1);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Shares),
            new ParallelOptions { MaxDegreeOfParallelism = Shares, CancellationToken = cancellation },
            async (share, stop) =>
            {
                string? position = null;
                do
                {
                    var page = await ReadAsync(new(share, Shares), position, stop);
                    await TakeAsync(one, take, page.Customers, stop);
                    position = page.Next;
                }
                while (position is not null);
            });
    }

    private static async Task TakeAsync(
        SemaphoreSlim one, Func<IReadOnlyList<CustomerProfile>, Task> take, IReadOnlyList<CustomerProfile> page, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            await take(page);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<CustomerPage> ReadAsync(CustomerShare share, string? position, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await customers.ReadAsync(share, position, PageSize, cancellation);
            }
            catch (ServiceException exception) when (ServiceProblem.IsPassing(exception) && attempt < Tries)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancellation);
            }
        }
    }
}
