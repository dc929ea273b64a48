using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>The operations on segments, apart from imports and exports.</summary>
internal sealed class SegmentOperations(ApplicationStore applications, TagStore tags, Action<Application, SegmentResponse> updated)
{
    private const string All = "/v1/apps/{application-id}/segments";
    private const string One = "/v1/apps/{application-id}/segments/{segment-id}";
    private const string Resource = "apps/{application-id}/segments/{segment-id}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("CreateSegment", "POST", All, "apps/{application-id}", Create),
        new("GetSegments", "GET", All, "apps/{application-id}", call => Answer(call, Segments(call).All)),
        new("GetSegment", "GET", One, Resource, call => Answer(call, 200, Segments(call).Get(Id(call)))),
        new("UpdateSegment", "PUT", One, Resource, Update),
        new("DeleteSegment", "DELETE", One, Resource, Delete),
        new("GetSegmentVersions", "GET", One + "/versions", Resource, call => Answer(call, Segments(call).Versions(Id(call)))),
        new(
            "GetSegmentVersion",
            "GET",
            One + "/versions/{version}",
            Resource,
            call => Answer(call, 200, Segments(call).Get(Id(call), Version(call)))),
    ];

    private SegmentStore Segments(PinpointCall call) => applications.Get(call.ApplicationId).Segments;

    private static string Id(PinpointCall call) => call.Path["segment-id"];

    private static int Version(PinpointCall call) =>
        int.TryParse(call.Path["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw PinpointError.BadRequest("version is not a number.");

    private AwsResponse Create(PinpointCall call)
    {
        var request = call.Body(PinpointJson.Wire.WriteSegmentRequest);
        TagStore.Check(request.Tags);
        var segment = Segments(call).Create(request);
        tags.Register(segment.Arn, request.Tags);
        return Answer(call, 201, segment);
    }

    private AwsResponse Update(PinpointCall call)
    {
        var request = call.Body(PinpointJson.Wire.WriteSegmentRequest);
        var segment = Segments(call).Update(Id(call), request);
        updated(applications.Get(call.ApplicationId), segment);
        return Answer(call, 200, segment);
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var answer = Answer(call, 200, Segments(call).Get(Id(call)));
        tags.Remove(Segments(call).Remove(Id(call)).Arn);
        return answer;
    }

    private AwsResponse Answer(PinpointCall call, IReadOnlyList<SegmentResponse> all)
    {
        var (page, next) = call.Page(all);
        return call.Answer(200, new SegmentsResponse([.. page.Select(WithTags)], next), PinpointJson.Wire.SegmentsResponse);
    }

    private AwsResponse Answer(PinpointCall call, int status, SegmentResponse segment) =>
        call.Answer(status, WithTags(segment), PinpointJson.Wire.SegmentResponse);

    private SegmentResponse WithTags(SegmentResponse segment) => segment with { Tags = tags.Find(segment.Arn) };
}
