using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>
/// Turns a segment into one question that is quick to ask of each endpoint. A group holds endpoints that are in its base segments and meet
/// its
/// dimensions (service model, SegmentGroup).
/// </summary>
internal sealed class SegmentFilter(SegmentStore segments, DimensionFilter dimensions)
{
    /// <summary>Whether an endpoint is in the segment.</summary>
    public Func<Profile, bool> Create(SegmentResponse segment)
    {
        var single = dimensions.Create(segment.Dimensions ?? new SegmentDimensions());
        var groups = (segment.SegmentGroups?.Groups ?? []).Select(OfGroup).ToArray();
        var combined = Combine(segment.SegmentGroups?.Include, groups);
        return profile => single(profile) && combined(profile);
    }

    private Func<Profile, bool> OfGroup(SegmentGroup group)
    {
        // A base segment that was deleted since has no members any more.
        var sources =
            Combine(
                group.SourceType,
                [
                    .. (group.SourceSegments ?? []).Select(source =>
                        segments.Find(source.Id!, source.Version) is { } found ? Create(found) : _ => false)
                ]);
        var criteria = Combine(group.Type, [.. (group.Dimensions ?? []).Select(dimensions.Create)]);
        return profile => sources(profile) && criteria(profile);
    }

    private static Func<Profile, bool> Combine(string? how, Func<Profile, bool>[] parts) => (how, parts.Length) switch
    {
        (_, 0) => _ => true,
        ("ANY", _) => profile => Array.Exists(parts, part => part(profile)),
        ("NONE", _) => profile => !Array.Exists(parts, part => part(profile)),
        _ => profile => Array.TrueForAll(parts, part => part(profile)),
    };
}
