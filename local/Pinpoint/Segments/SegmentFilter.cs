using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>
/// Turns a segment into one question that is quick to ask of each endpoint. A group holds endpoints that are in its base segments and
/// meet its dimensions (service model, SegmentGroup).
/// </summary>
internal sealed class SegmentFilter(SegmentStore segments, DimensionFilter dimensions)
{
    /// <summary>Whether an endpoint is in the segment.</summary>
    public Predicate<Profile> Create(SegmentResponse segment)
    {
        var single = dimensions.Create(segment.Dimensions ?? new SegmentDimensions());
        var groups = (segment.SegmentGroups?.Groups ?? []).Select(OfGroup).ToArray();
        var combined = Combine(segment.SegmentGroups?.Include, groups);
        return profile => single(profile) && combined(profile);
    }

    private Predicate<Profile> OfGroup(SegmentGroup group)
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

    private static Predicate<Profile> Combine(string? how, Predicate<Profile>[] parts) => (how, parts) switch
    {
        (_, []) => _ => true,
        (_, [var one]) when how != "NONE" => one,
        ("ANY", _) => profile => IsAny(parts, profile, met: true),
        ("NONE", _) => profile => !IsAny(parts, profile, met: true),
        _ => profile => !IsAny(parts, profile, met: false),
    };

    private static bool IsAny(Predicate<Profile>[] parts, Profile profile, bool met)
    {
        foreach (var part in parts)
        {
            if (part(profile) == met)
            {
                return true;
            }
        }

        return false;
    }
}
