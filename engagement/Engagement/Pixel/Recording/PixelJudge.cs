using Engagement.Functions;
using Engagement.Identity;

namespace Engagement.Pixel.Recording;

/// <summary>Decides on messages, and sees to the keys when one of them carries a signature.</summary>
public sealed class PixelJudge(PixelRules rules, SigningKeyCache keys)
{
    /// <returns>A decision for each message, in their order.</returns>
    public async Task<PixelDecision[]> JudgeAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellation)
    {
        var decisions = new PixelDecision[messages.Count];
        Decide(messages, decisions, keys.Fresh, static _ => true);
        if (decisions.Any(IsUndecided))
        {
            Decide(messages, decisions, await keys.ReadAsync(cancellation), IsUndecided);
        }

        // A signature that fits no known key may be made with one that has been rotated in since.
        if (decisions.Any(IsMisfit) && await keys.ReadAgainAsync(cancellation) is { } renewed)
        {
            Decide(messages, decisions, renewed, IsMisfit);
        }

        return decisions;
    }

    private void Decide(
        IReadOnlyList<QueueMessage> messages, PixelDecision[] decisions, SigningKeys? known, Func<PixelDecision, bool> which)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (which(decisions[i]))
            {
                decisions[i] = rules.Decide(messages[i].Body, known);
            }
        }
    }

    private static bool IsUndecided(PixelDecision decision) => decision is PixelUndecided;

    private static bool IsMisfit(PixelDecision decision) => decision is PixelRejected { Reason: RejectionReason.SignatureInvalid };
}
