namespace Engagement.Sending;

/// <summary>How many messages the account may send.</summary>
public interface ISendingRate
{
    /// <summary>Messages a second, above 0, for all that the account sends.</summary>
    /// <remarks>
    /// It never fails: where the service does not say, it is what it was, or at first 1, which every account may send.
    /// </remarks>
    ValueTask<double> ReadAsync(CancellationToken cancellation);
}
