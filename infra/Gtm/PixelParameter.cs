using Engagement.Definitions;
using Engagement.Pixel;

namespace Engagement.Infra.Gtm;

/// <summary>A query parameter of the pixel whose value comes from the data layer.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="DataLayerKey">What the site calls the value when it pushes it.</param>
internal sealed record PixelParameter(string Name, string DataLayerKey)
{
    /// <summary>What an event carries, in the order of the plan, besides its own name.</summary>
    public static IEnumerable<PixelParameter> From(TrackingPlan plan, PlannedEvent planned) =>
    [
        new(ParameterNames.EndpointId, ParameterNames.EndpointId),
        .. planned.Attributes.Select(name => new PixelParameter(ParameterNames.AttributePrefix + name, name)),
        .. planned.Metrics.Select(name => new PixelParameter(ParameterNames.MetricPrefix + name, name)),
        .. planned.UserAttributes.Select(name => new PixelParameter(ParameterNames.UserAttributePrefix + name, name)),
        .. TimeZone(plan, planned),
        .. Identity(planned),
    ];

    // Dates are said in the customer's zone.
    private static IEnumerable<PixelParameter> TimeZone(TrackingPlan plan, PlannedEvent planned) =>
        plan.Dates is { } dates && planned.UserAttributes.Any(dates.Attributes.Contains)
            ? [new(ParameterNames.TimeZone, ParameterNames.TimeZone)]
            : [];

    // User attributes of an anonymous event are stored for those visitors who are vouched for; without a signature its parameters count as
    // absent.
    private static IEnumerable<PixelParameter> Identity(PlannedEvent planned) =>
        planned.Identity == EventIdentity.Signed || planned.UserAttributes.Count > 0
            ?
            [
                new(ParameterNames.UserId, ParameterNames.UserId),
                new(ParameterNames.Expiry, ParameterNames.Expiry),
                new(ParameterNames.Signature, ParameterNames.Signature),
            ]
            : [];
}
