using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>What Pinpoint demands of a segment (service model, WriteSegmentRequest; developer guide, "Segment quotas").</summary>
internal static class SegmentRules
{
    /// <summary>Dimensions of one segment, all groups together.</summary>
    public const int MaximumDimensions = 100;

    /// <summary>Checks a segment before it is stored.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: it breaks a rule.</exception>
    public static void Check(WriteSegmentRequest request, SegmentStore segments)
    {
        Require.That(
            request.Dimensions is null || request.SegmentGroups is null, "A segment has either Dimensions or SegmentGroups, not both.");
        var groups = request.SegmentGroups?.Groups ?? [];
        Require.That(groups.Count <= 1, "A request has at most one segment group.");
        CheckCombination(request.SegmentGroups?.Include, "Include");
        foreach (var group in groups)
        {
            CheckCombination(group.SourceType, "SourceType");
            CheckCombination(group.Type, "Type");
            Require.That(
                (group.SourceSegments ?? []).All(source => source.Id is not null && segments.Find(source.Id, source.Version) is not null),
                "SourceSegments names a segment or version that does not exist.");
        }

        List<SegmentDimensions> all = [
            .. request.Dimensions is { } single ? [single] : Array.Empty<SegmentDimensions>(),
            .. groups.SelectMany(group => group.Dimensions ?? [])
        ];
        all.ForEach(DimensionRules.Check);
        Require.That(all.Sum(DimensionRules.Count) <= MaximumDimensions, $"A segment has at most {MaximumDimensions} dimensions.");
    }

    private static void CheckCombination(string? value, string member) =>
        Require.That(value is null or "ALL" or "ANY" or "NONE", $"{member} is ALL, ANY or NONE.");
}
