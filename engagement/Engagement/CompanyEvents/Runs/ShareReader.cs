using Engagement.Customers;
using Engagement.Services;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Reads a share of all customers until there are some who get a campaign's message.</summary>
/// <param name="customers">The customers.</param>
/// <param name="pageSize">Most customers of a page, at least 1. Default: <see cref="UsualPageSize"/>.</param>
public sealed class ShareReader(ICustomers customers, int pageSize = ShareReader.UsualPageSize)
{
    /// <summary>
    /// 50: an address and an opt-out are at most so many messages older than the claim, and a page that is tried again costs little.
    /// </summary>
    public const int UsualPageSize = 50;

    /// <param name="audience">Whose message it is.</param>
    /// <param name="share">Which part of the customers.</param>
    /// <param name="position">Where to begin; null at the beginning.</param>
    /// <param name="cancellation">
    /// Ends the reading before a page with someone who gets the message is found; what is read until then is given back.
    /// </param>
    /// <exception cref="ServiceException">The customers could not be read.</exception>
    public async Task<SharePage> ReadAsync(
        RunAudience audience, CustomerShare share, string? position, CancellationToken cancellation)
    {
        var page = new SharePage { Next = position };
        do
        {
            var read = await customers.ReadAsync(share, page.Next, pageSize, CancellationToken.None);
            page = Judge(audience, read, page.LeftOut);
        }
        while (page.Chosen.Count == 0 && page.Next is not null && !cancellation.IsCancellationRequested);

        return page;
    }

    private static SharePage Judge(RunAudience audience, CustomerPage read, RunProgress leftOut)
    {
        var (chosen, reasons) = (new List<CustomerMember>(), new List<string>());
        foreach (var member in read.Customers.SelectMany(customer => customer.Members))
        {
            if (audience.LeavesOut(member) is { } reason)
            {
                reasons.Add(reason);
            }
            else
            {
                chosen.Add(member);
            }
        }

        return new() { Chosen = chosen, LeftOut = leftOut.Plus(RunProgress.LeavingOut(reasons)), Next = read.Next };
    }
}
