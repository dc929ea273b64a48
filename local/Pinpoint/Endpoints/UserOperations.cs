using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>GetUserEndpoints and DeleteUserEndpoints.</summary>
internal sealed class UserOperations(ApplicationStore applications)
{
    private const string Path = "/v1/apps/{application-id}/users/{user-id}";
    private const string Resource = "apps/{application-id}/users/{user-id}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("GetUserEndpoints", "GET", Path, Resource, call => Answer(call, 200, Endpoints(call).OfUser(Id(call)))),
        new("DeleteUserEndpoints", "DELETE", Path, Resource, call => Answer(call, 202, Endpoints(call).RemoveOfUser(Id(call)))),
    ];

    private EndpointStore Endpoints(PinpointCall call) => applications.Get(call.ApplicationId).Endpoints;

    private static string Id(PinpointCall call) => call.Path["user-id"];

    private static AwsResponse Answer(PinpointCall call, int status, IReadOnlyList<EndpointResponse> endpoints) => call.Answer(
        status,
        new EndpointsResponse(endpoints.Count > 0 ? endpoints : throw PinpointError.NotFound("user")),
        PinpointJson.Wire.EndpointsResponse);
}
