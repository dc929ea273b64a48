using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Which requests are not a visitor's doing, or a visitor's that asked not to be recorded.</summary>
internal static class TrafficRules
{
    public static Rejection? Objection(in RequestFacts facts, TrackingPlan plan)
    {
        if (facts.IsPrefetch)
        {
            return new(RejectionReason.Prefetch, "the browser only fetched ahead");
        }

        if (facts.IsBot)
        {
            return new(RejectionReason.Bot, "the user agent declares a bot");
        }

        if (!plan.HonorPrivacySignals)
        {
            return null;
        }

        return facts.GlobalPrivacyControl ? new(RejectionReason.GlobalPrivacyControl, "the request carries Sec-GPC: 1")
            : facts.DoNotTrack ? new(RejectionReason.DoNotTrack, "the request carries DNT: 1")
            : null;
    }
}
