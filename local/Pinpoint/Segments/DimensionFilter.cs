using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Segments;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Turns a segment's dimensions into one question that is quick to ask of each endpoint.</summary>
/// <param name="activity">When endpoints last sent events.</param>
/// <param name="now">The instant that recency is measured from.</param>
internal sealed class DimensionFilter(EndpointActivity activity, DateTimeOffset now)
{
    private const double EarthRadiusInKilometers = 6371;

    /// <summary>Whether an endpoint meets all criteria.</summary>
    public Predicate<Profile> Create(SegmentDimensions dimensions)
    {
        var fits = SegmentMembership.Create<Profile>(DimensionConditions.Create(dimensions));
        var isNear = Near(dimensions.Location?.GpsPoint);
        var isRecent = Recent(dimensions.Behavior?.Recency);
        return profile => fits(profile) && isNear(profile) && isRecent(profile);
    }

    private static Predicate<Profile> Near(GpsPointDimension? circle) =>
        circle is { Coordinates: { } center, RangeInKilometers: { } range }
            ? profile => profile.Endpoint.Location is { Latitude: { } latitude, Longitude: { } longitude }
                && Distance(center, latitude, longitude) <= range
            : _ => true;

    private Predicate<Profile> Recent(RecencyDimension? criterion)
    {
        if (criterion is null)
        {
            return _ => true;
        }

        var since = now - Recency.Durations[criterion.Duration!];
        var active = criterion.RecencyType == "ACTIVE";
        return profile => activity.Since(profile.Endpoint.Id, since) == active;
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
