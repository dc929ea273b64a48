using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Tags;

/// <summary>TagResource, UntagResource and ListTagsForResource.</summary>
internal sealed class TagOperations(TagStore tags)
{
    private const string Path = "/v1/tags/{resource-arn}";
    private const string Resource = "{resource-arn}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("ListTagsForResource", "GET", Path, Resource, List),
        new("TagResource", "POST", Path, Resource, Tag),
        new("UntagResource", "DELETE", Path, Resource, Untag),
    ];

    private static string Arn(PinpointCall call) => call.Path["resource-arn"];

    private AwsResponse List(PinpointCall call) =>
        call.Answer(200, new TagsModel { Tags = tags.Get(Arn(call)) }, PinpointJson.Wire.TagsModel);

    private AwsResponse Tag(PinpointCall call)
    {
        var added = call.Body(PinpointJson.Wire.TagsModel).Tags ?? throw PinpointError.BadRequest("tags is missing.");
        tags.Add(Arn(call), added);
        return call.NoContent();
    }

    private AwsResponse Untag(PinpointCall call)
    {
        var keys = call.Query("tagKeys").ToList();
        tags.Remove(Arn(call), keys.Count > 0 ? keys : throw PinpointError.BadRequest("tagKeys is missing."));
        return call.NoContent();
    }
}
