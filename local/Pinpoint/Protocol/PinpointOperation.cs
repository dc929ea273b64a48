using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>One operation: its route, the resource that IAM is asked about, and what does it.</summary>
/// <param name="Name">As in the service model; the IAM action is <c>mobiletargeting:</c> and this name.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with parameters in braces, such as <c>/v1/apps/{application-id}/events</c>.</param>
/// <param name="Resource">
/// The resource part of the ARN with the same parameters, such as <c>apps/{application-id}/events</c>, or a parameter that is a whole ARN.
/// From the service authorization reference of Amazon Pinpoint.
/// </param>
/// <param name="Execute">Does it.</param>
internal sealed record PinpointOperation(string Name, string Method, string Path, string Resource, Func<PinpointCall, AwsResponse> Execute)
{
    private readonly PathTemplate template = new(Path);

    /// <summary>The decoded parameters where the path is this operation's, otherwise null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path) => template.Match(path);
}
