using EndToEnd.Tests.Redeploy;

namespace EndToEnd.Tests.Journeys;

/// <summary>The shipped journeys, with messages whose subjects are their names.</summary>
internal static class JourneyDefinitions
{
    private static readonly string[] Templates =
    [
        "thank-you", "welcome", "tips", "cart", "cart-last", "onboarding-start", "onboarding-next", "onboarding-help", "premium-tour",
        "review", "offer-a", "offer-b",
    ];

    public static void WriteInto(EditableEnvironment environment)
    {
        foreach (var template in Templates)
        {
            environment.Write($"templates/{template}/subject.txt", template);
            environment.Write($"templates/{template}/email.html", $"<p>{template}</p>");
            environment.Write($"templates/{template}/email.txt", template);
        }
    }
}
