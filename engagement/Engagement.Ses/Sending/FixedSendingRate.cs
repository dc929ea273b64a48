using Engagement.Sending;

namespace Engagement.Ses.Sending;

/// <summary>A rate that the operator has set.</summary>
/// <param name="perSecond">Messages a second, above 0.</param>
internal sealed class FixedSendingRate(double perSecond) : ISendingRate
{
    /// <inheritdoc/>
    public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(perSecond);
}
