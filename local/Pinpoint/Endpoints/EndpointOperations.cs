using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>GetEndpoint, UpdateEndpoint, UpdateEndpointsBatch and DeleteEndpoint.</summary>
internal sealed class EndpointOperations(ApplicationStore applications)
{
    private const string All = "/v1/apps/{application-id}/endpoints";
    private const string One = "/v1/apps/{application-id}/endpoints/{endpoint-id}";
    private const string Resource = "apps/{application-id}/endpoints/{endpoint-id}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("GetEndpoint", "GET", One, Resource, Get),
        new("UpdateEndpoint", "PUT", One, Resource, Update),
        new("DeleteEndpoint", "DELETE", One, Resource, Delete),
        new("UpdateEndpointsBatch", "PUT", All, "apps/{application-id}", UpdateBatch),
    ];

    private AwsResponse Get(PinpointCall call) => Answer(call, 200, applications.Get(call.ApplicationId).Endpoints.Find(Id(call)));

    private AwsResponse Update(PinpointCall call)
    {
        var endpoints = applications.Get(call.ApplicationId).Endpoints;
        endpoints.Update([(Id(call), call.Body(PinpointJson.Wire.EndpointRequest))], call.RequestId);
        return Accepted(call);
    }

    private AwsResponse UpdateBatch(PinpointCall call)
    {
        var endpoints = applications.Get(call.ApplicationId).Endpoints;
        var items = call.Body(PinpointJson.Wire.EndpointBatchRequest).Item ?? throw PinpointError.BadRequest("Item is missing.");
        if (items.Count > EndpointRules.MaximumBatch)
        {
            throw PinpointError.BadRequest($"A batch has at most {EndpointRules.MaximumBatch} endpoints.");
        }

        // The answer has no place for single items (service model, MessageBody), so a batch is taken whole or refused whole.
        endpoints.Update(items.Select(item => (item.Id ?? "", (EndpointRequest)item)), call.RequestId);
        return Accepted(call);
    }

    private AwsResponse Delete(PinpointCall call) => Answer(call, 202, applications.Get(call.ApplicationId).Endpoints.Remove(Id(call)));

    private static string Id(PinpointCall call) => call.Path["endpoint-id"];

    private static AwsResponse Answer(PinpointCall call, int status, EndpointResponse? endpoint) =>
        call.Answer(status, endpoint ?? throw PinpointError.NotFound("endpoint"), PinpointJson.Wire.EndpointResponse);

    private static AwsResponse Accepted(PinpointCall call) =>
        call.Answer(202, new MessageBody("Accepted", call.RequestId), PinpointJson.Wire.MessageBody);
}
