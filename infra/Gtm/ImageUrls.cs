using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Pixel;

namespace Engagement.Infra.Gtm;

/// <summary>
/// What to paste into a Custom Image tag of Google Tag Manager: the pixel's URL with a GTM variable for each value.
/// GTM percent-encodes the variables' values itself, so nothing in the URL may encode them again.
/// </summary>
internal static class ImageUrls
{
    /// <summary>Event type → image URL. The variables are named like the values they hold.</summary>
    public static ImmutableDictionary<string, string> Create(string pixelUrl, TrackingPlan plan) =>
        plan.Events.ToImmutableDictionary(planned => planned.Name, planned => Create(pixelUrl, plan, planned, EntityName.From));

    /// <param name="pixelUrl">Where image tags point, without a query.</param>
    /// <param name="plan">The tracking plan.</param>
    /// <param name="planned">The event.</param>
    /// <param name="variable">Data layer key → name of the GTM variable that reads it.</param>
    public static string Create(string pixelUrl, TrackingPlan plan, PlannedEvent planned, Func<string, string> variable)
    {
        var parameters = PixelParameter.From(plan, planned).Select(parameter =>
            $"{Uri.EscapeDataString(parameter.Name)}={{{{{variable(parameter.DataLayerKey)}}}}}");
        return $"{pixelUrl}?{string.Join('&', parameters.Prepend($"{ParameterNames.Event}={Uri.EscapeDataString(planned.Name)}"))}";
    }
}
