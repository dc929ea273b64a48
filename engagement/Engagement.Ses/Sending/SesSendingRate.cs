using System.Security.Cryptography;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Ses.Sending;

/// <summary>
/// The account's sending rate, asked of SES every five minutes: AWS raises it as an account's reputation grows, and a sender that waits for
/// a deployment would not notice. SES takes one such question a second from an account ("Service quotas" in the SES developer guide).
/// </summary>
/// <param name="client">Calls SES.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SesSendingRate(IAmazonSimpleEmailServiceV2 client, TimeProvider time, AwsCalls calls) : ISendingRate
{
    private const double Least = 1;

    // Senders of one campaign begin together and all ask: with eight of them the last has its answer after some eight seconds.
    private const int FirstTries = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private double? known;
    private Task asking = Task.CompletedTask;
    private DateTimeOffset asked = DateTimeOffset.MinValue;

    /// <summary>
    /// A function's: <c>SENDING_RATE</c>, a whole number of messages a second; SES's own where it is not set. The client gives up after at
    /// most three attempts of 2 seconds.
    /// </summary>
    public static ISendingRate Open(FunctionHost host) =>
        host.Environment.WholeNumber("SENDING_RATE") is { } rate
            ? new FixedSendingRate(rate)
            : new SesSendingRate(host.Own(SesClients.CreateForQuestions()), host.Time, host.Calls);

    /// <inheritdoc/>
    public async ValueTask<double> ReadAsync(CancellationToken cancellation)
    {
        // Several messages wait for one answer, so that none of them may end the question.
        await Asking().WaitAsync(cancellation);
        return known ?? Least;
    }

    private Task Asking()
    {
        lock (gate)
        {
            if (asking.IsCompleted && time.GetUtcNow() - asked >= Kept)
            {
                asked = time.GetUtcNow();
                asking = AskAsync();
            }

            return asking;
        }
    }

    // Without any answer sending would crawl, so that a first question that is one too many is asked again.
    private async Task AskAsync()
    {
        for (var tries = 1; await IsThrottledAsync() && known is null && tries < FirstTries; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(500, 1_500)), time);
        }
    }

    private async Task<bool> IsThrottledAsync()
    {
        try
        {
            var account = await calls.CallAsync(SesMetrics.Service, () => client.GetAccountAsync(new GetAccountRequest()));
            known = account.SendQuota?.MaxSendRate is > 0 and var rate ? rate : known;
            return false;
        }
        catch (ServiceException exception)
        {
            // The metric of failed calls tells of it; sending goes on at the rate of before.
            return exception.Failure == ServiceFailure.Throttled;
        }
    }
}
