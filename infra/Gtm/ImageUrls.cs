using System.Collections.Immutable;
using Engagement.Definitions;

namespace Engagement.Infra.Gtm;

/// <summary>
/// What to paste into a Custom Image tag of Google Tag Manager: the pixel's URL with a GTM variable for each value.
/// GTM percent-encodes the variables' values itself, so nothing in the URL may encode them again.
/// </summary>
internal static class ImageUrls
{
    /// <summary>Event type → image URL. The variables are named like the values they hold.</summary>
    public static ImmutableDictionary<string, string> Of(string pixelUrl, TrackingPlan plan) =>
        plan.Events.ToImmutableDictionary(planned => planned.Name, planned => Of(pixelUrl, planned));

    private static string Of(string pixelUrl, PlannedEvent planned)
    {
        var parameters = new List<string> { $"event={Uri.EscapeDataString(planned.Name)}", "endpoint_id={{endpoint_id}}" };
        parameters.AddRange(planned.Attributes.Select(name => $"evat_{name}={{{{{name}}}}}"));
        parameters.AddRange(planned.Metrics.Select(name => $"evme_{name}={{{{{name}}}}}"));
        parameters.AddRange(planned.UserAttributes.Select(name => $"usat_{name}={{{{{name}}}}}"));
        if (planned.Identity == EventIdentity.Signed)
        {
            parameters.AddRange(["user_id={{user_id}}", "exp={{exp}}", "sig={{sig}}"]);
        }

        return $"{pixelUrl}?{string.Join('&', parameters)}";
    }
}
