using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Turns a segment's dimensions into one question that is quick to ask of each endpoint.</summary>
/// <param name="activity">When endpoints last sent events.</param>
/// <param name="now">The instant that recency is measured from.</param>
internal sealed class DimensionFilter(EndpointActivity activity, DateTimeOffset now)
{
    /// <summary>User attribute that stands for the user's id where the user has no attribute of that name.</summary>
    public const string UserId = "UserId";

    private const double EarthRadiusInKilometers = 6371;

    /// <summary>Whether an endpoint meets all criteria.</summary>
    public Func<Profile, bool> Create(SegmentDimensions dimensions)
    {
        Func<Profile, bool>[] criteria =
        [
            .. (dimensions.Attributes ?? None).Select(each => OnAttribute(each.Key, AttributeFilter.Create(each.Value))),
            .. (dimensions.UserAttributes ?? None).Select(each => OnUserAttribute(each.Key, AttributeFilter.Create(each.Value))),
            .. (
                dimensions.Metrics ?? new Dictionary<string, MetricDimension>()).Select(each =>
                    OnMetric(each.Key, MetricFilter.Create(each.Value))),
            .. OnDemographic(dimensions.Demographic),
            .. OnLocation(dimensions.Location),
            .. OnRecency(dimensions.Behavior?.Recency),
        ];
        return profile => Array.TrueForAll(criteria, criterion => criterion(profile));
    }

    private static IReadOnlyDictionary<string, AttributeDimension> None { get; } = new Dictionary<string, AttributeDimension>();

    private static Func<Profile, bool> OnAttribute(string name, Func<IReadOnlyList<string>?, bool> fits) =>
        profile => fits(profile.Endpoint.Attributes.GetValueOrDefault(name));

    private static Func<Profile, bool> OnUserAttribute(string name, Func<IReadOnlyList<string>?, bool> fits) => name == UserId
        ? profile => fits(profile.UserAttributes.GetValueOrDefault(name) ?? (profile.Endpoint.UserId is { } id ? [id] : null))
        : profile => fits(profile.UserAttributes.GetValueOrDefault(name));

    private static Func<Profile, bool> OnMetric(string name, Func<double?, bool> fits) =>
        profile => fits(profile.Endpoint.Metrics.TryGetValue(name, out var value) ? value : null);

    private static IEnumerable<Func<Profile, bool>> OnDemographic(SegmentDemographics? criteria) =>
    [
        .. OnSet(criteria?.AppVersion, endpoint => endpoint.Demographic?.AppVersion),
        .. OnSet(criteria?.Channel, endpoint => endpoint.ChannelType),
        // An endpoint has no member of that name; the console shows the platform as the type of device.
        .. OnSet(criteria?.DeviceType, endpoint => endpoint.Demographic?.Platform),
        .. OnSet(criteria?.Make, endpoint => endpoint.Demographic?.Make),
        .. OnSet(criteria?.Model, endpoint => endpoint.Demographic?.Model),
        .. OnSet(criteria?.Platform, endpoint => endpoint.Demographic?.Platform),
    ];

    private static IEnumerable<Func<Profile, bool>> OnLocation(SegmentLocation? criteria) =>
    [
        .. OnSet(criteria?.Country, endpoint => endpoint.Location?.Country),
        .. criteria?.GpsPoint is { Coordinates: { } center, RangeInKilometers: { } range }
            ? new Func<Profile, bool>[]
            {
                profile =>
                    profile.Endpoint.Location is { Latitude: { } latitude, Longitude: { } longitude }
                        && Distance(center, latitude, longitude) <= range
            }
            : [],
    ];

    private static IEnumerable<Func<Profile, bool>> OnSet(SetDimension? criterion, Func<Endpoint, string?> member) => criterion is null
        ? []
        : [profile => SetFilter.Fits(criterion, member(profile.Endpoint))];

    private IEnumerable<Func<Profile, bool>> OnRecency(RecencyDimension? criterion)
    {
        if (criterion is null)
        {
            return [];
        }

        var since = now - Recency.Durations[criterion.Duration!];
        var active = criterion.RecencyType == "ACTIVE";
        return [profile => activity.Since(profile.Endpoint.Id, since) == active];
    }

    // Haversine formula.
    private static double Distance(GpsCoordinates from, double latitude, double longitude)
    {
        var half = Math.Pow(Math.Sin(double.DegreesToRadians(latitude - from.Latitude) / 2), 2)
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(latitude))
                * Math.Pow(Math.Sin(double.DegreesToRadians(longitude - from.Longitude) / 2), 2));
        return 2 * EarthRadiusInKilometers * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
