using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>The segments of one application with all their versions. Thread-safe.</summary>
internal sealed class SegmentStore(string applicationId, string applicationArn, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, List<SegmentResponse>> segments = new(StringComparer.Ordinal);
    private int created;

    /// <summary>The latest version of each, oldest segment first.</summary>
    public IReadOnlyList<SegmentResponse> All
    {
        get
        {
            lock (gate)
            {
                return [.. segments.Values.Select(versions => versions[^1])];
            }
        }
    }

    /// <summary>A version of a segment, the latest where none is named; null where there is none.</summary>
    public SegmentResponse? Find(string id, int? version = null)
    {
        lock (gate)
        {
            return segments.TryGetValue(id, out var versions)
                ? version is null
                ? versions[^1]
                : versions.Find(each => each.Version == version)
                : null;
        }
    }

    /// <summary>A version of a segment, the latest where none is named.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public SegmentResponse Get(string id, int? version = null) => Find(id, version) ?? throw PinpointError.NotFound("segment");

    /// <summary>All versions of a segment, oldest first.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is no such segment.</exception>
    public IReadOnlyList<SegmentResponse> Versions(string id)
    {
        lock (gate)
        {
            return segments.TryGetValue(id, out var versions) ? [.. versions] : throw PinpointError.NotFound("segment");
        }
    }

    /// <summary>Creates a segment.</summary>
    public SegmentResponse Create(WriteSegmentRequest request)
    {
        lock (gate)
        {
            SegmentRules.Check(request, this);
            var id = ResourceId.From($"{applicationId}/segments/{++created}");
            var now = Iso8601.Format(clock.GetUtcNow());
            var segment = new SegmentResponse
            {
                ApplicationId = applicationId,
                Arn = $"{applicationArn}/segments/{id}",
                CreationDate = now,
                Dimensions = request.Dimensions,
                Id = id,
                LastModifiedDate = now,
                Name = request.Name,
                SegmentGroups = request.SegmentGroups,
                SegmentType = "DIMENSIONAL",
                Version = 1,
            };
            segments.Add(id, [segment]);
            return segment;
        }
    }

    /// <summary>Adds a version to a segment, with the request's criteria in place of the former ones.</summary>
    public SegmentResponse Update(string id, WriteSegmentRequest request)
    {
        lock (gate)
        {
            var current = Get(id);
            SegmentRules.Check(request, this);
            Require.That(!DependsOn(request.SegmentGroups, id), "A segment is not its own base segment.");
            var next = current with
            {
                Dimensions = request.Dimensions,
                LastModifiedDate = Iso8601.Format(clock.GetUtcNow()),
                Name = request.Name ?? current.Name,
                SegmentGroups = request.SegmentGroups,
                Version = current.Version + 1,
            };
            segments[id].Add(next);
            return next;
        }
    }

    /// <summary>Removes a segment with its versions and answers the latest.</summary>
    public SegmentResponse Remove(string id)
    {
        lock (gate)
        {
            var last = Get(id);
            segments.Remove(id);
            return last;
        }
    }

    private bool DependsOn(SegmentGroupList? list, string id) => (list?.Groups ?? []).SelectMany(group => group.SourceSegments ?? [])
        .Any(source => source.Id == id || (Find(source.Id!, source.Version) is { } found && DependsOn(found.SegmentGroups, id)));
}
