using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Engagement.Aws;
using Engagement.Consent;
using Engagement.Services;

namespace Engagement.Ses.Sending;

/// <summary>
/// SES's list of addresses that the account sends nothing to. SES itself keeps it, for all stacks of the account and region.
/// </summary>
/// <param name="client">Calls SES.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SesSuppressionList(IAmazonSimpleEmailServiceV2 client, TimeProvider time, AwsCalls calls)
{
    // Of all operations but those that send, the account has one call a second ("Service quotas in Amazon SES").
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int Tries = 5;

    /// <summary>Why an address is on the list; null when it is not.</summary>
    /// <exception cref="ServiceException">SES did not tell.</exception>
    public async Task<SuppressionReason?> FindAsync(string address, CancellationToken cancellation)
    {
        var request = new GetSuppressedDestinationRequest { EmailAddress = address };
        try
        {
            var answer = await CallAsync(() => client.GetSuppressedDestinationAsync(request, cancellation), cancellation);
            return answer.SuppressedDestination.Reason == SuppressionListReason.COMPLAINT
                ? SuppressionReason.Complaint
                : SuppressionReason.Bounce;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes an address off the list; does nothing when it is not on it.</summary>
    /// <exception cref="ServiceException">It may or may not be off the list; the caller repeats the call.</exception>
    public async Task RemoveAsync(string address, CancellationToken cancellation)
    {
        var request = new DeleteSuppressedDestinationRequest { EmailAddress = address };
        try
        {
            await CallAsync(() => client.DeleteSuppressedDestinationAsync(request, cancellation), cancellation);
        }
        catch (NotFoundException)
        {
            // Another operator was faster, or the client repeated a call whose answer was late.
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await calls.CallAsync(SesMetrics.Service, call, exception => exception is NotFoundException);
            }
            catch (ServiceException exception) when (exception.Failure == ServiceFailure.Throttled && attempt < Tries)
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }
}
