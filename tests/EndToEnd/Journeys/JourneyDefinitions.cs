using EndToEnd.Tests.Redeploy;

namespace EndToEnd.Tests.Journeys;

/// <summary>The journeys of the design's example, with their events and messages.</summary>
internal static class JourneyDefinitions
{
    public const string Journeys =
        """
        journeys:
          thank_you:
            event: purchase_success
            again: P1D
            steps: [{ send: thank-you }]
          welcome:
            event: newsletter_signup
            again: never
            until: [purchase_success]
            steps:
              - send: welcome
              - wait: P3D
              - send: tips
          abandoned_cart:
            event: cart_updated
            where: { metrics: { value: { atLeast: 20 } } }
            again: P1D
            until: [purchase_success]
            between: 09:00-20:00
            steps:
              - wait: PT4H
              - send: cart
              - wait: P1D
              - send: cart-last
          onboarding:
            event: subscription_started
            again: always
            until: [subscription_cancelled]
            steps:
              - send: onboarding-start
              - wait: P2D
              - if: { did: feature_used }
                then: [{ send: onboarding-next }]
                else: [{ send: onboarding-help }]
              - wait: P5D
              - if: { segment: premium }
                then: [{ send: premium-tour }]
          review:
            event: purchase_success
            where: { metrics: { value: { atLeast: 50 } } }
            again: P90D
            until: [review_written, return_requested]
            steps:
              - wait: P14D
              - split: [{ share: 90, steps: [{ send: review }] }, { share: 10, steps: [] }]
          win_back:
            event: subscription_cancelled
            again: P180D
            until: [subscription_started]
            skipIf: { renewed: ["yes"] }
            between: 09:00-20:00
            steps:
              - wait: P30D
              - split: [{ share: 50, steps: [{ send: offer-a }] }, { share: 50, steps: [{ send: offer-b }] }]
        """;

    private const string Events =
        """

          cart_updated:
            identity: anonymous
            metrics: [value]
          subscription_cancelled:
            identity: signed
          feature_used:
            identity: anonymous
          review_written:
            identity: anonymous
          return_requested:
            identity: anonymous
        """;

    private static readonly string[] Templates =
    [
        "thank-you", "welcome", "tips", "cart", "cart-last", "onboarding-start", "onboarding-next", "onboarding-help", "premium-tour",
        "review", "offer-a", "offer-b",
    ];

    /// <summary>Adds them to the shipped definitions, whatever these have of them.</summary>
    public static void WriteInto(EditableEnvironment environment)
    {
        environment.Write("journeys.yaml", Journeys);
        if (!environment.Read("events.yaml").Contains("cart_updated", StringComparison.Ordinal))
        {
            environment.Write("events.yaml", environment.Read("events.yaml").TrimEnd() + Events + "\n");
        }

        foreach (var template in Templates)
        {
            environment.Write($"templates/{template}/subject.txt", template);
            environment.Write($"templates/{template}/email.html", $"<p>{template}</p>");
            environment.Write($"templates/{template}/email.txt", template);
        }
    }
}
