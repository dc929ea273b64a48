using Engagement.Cli.Commands;
using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Cli.Customers.Import;

/// <summary>Stores a row, again and again where the store has no answer for a while.</summary>
/// <param name="customers">The customers; null in a dry run, where rows are judged and not stored.</param>
/// <param name="time">Tells the time.</param>
internal sealed class RowStore(ICustomers? customers, TimeProvider time)
{
    // With pauses from half a second, doubled each time: two minutes.
    private const int Tries = 9;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <returns>Why the store does not take the row, without values; null when it is stored.</returns>
    /// <exception cref="ServiceException">The store gives no answer, or takes nothing at all.</exception>
    public async Task<string?> StoreAsync(CustomerUpdate update, CancellationToken cancellation)
    {
        if (customers is null)
        {
            return CustomerLimits.Objection(update);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await customers.ApplyAsync([update], cancellation);
                return null;
            }
            catch (ServiceException exception) when (ServiceProblem.IsOfContent(exception))
            {
                return Told(exception.Message);
            }
            catch (ServiceException exception) when (ServiceProblem.IsPassing(exception) && attempt < Tries)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancellation);
            }
        }
    }

    // Of "Customers: the user would have ..." the part that tells.
    private static string Told(string message) =>
        message.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? message[(at + 2)..] : message;
}
