using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Who is in a segment at this moment, opted out, inactive or not: those get no messages.</summary>
internal sealed class Audience(Application application, TimeProvider clock)
{
    /// <summary>Members in order of their ids.</summary>
    public IReadOnlyList<Profile> Members(SegmentResponse segment)
    {
        var isMember = Filter(segment);
        var members = application.Endpoints.Profiles.Where(profile => isMember(profile)).ToList();
        members.Sort(static (left, right) => string.CompareOrdinal(left.Endpoint.Id, right.Endpoint.Id));
        return members;
    }

    /// <summary>Whether one endpoint is a member.</summary>
    public bool Includes(SegmentResponse segment, Profile profile) => Filter(segment)(profile);

    /// <summary>Whether one endpoint meets dimensions.</summary>
    public bool Meets(SegmentDimensions dimensions, Profile profile) => Dimensions().Create(dimensions)(profile);

    private Predicate<Profile> Filter(SegmentResponse segment) => new SegmentFilter(application.Segments, Dimensions()).Create(segment);

    private DimensionFilter Dimensions() => new(application.Activity, clock.GetUtcNow());
}
