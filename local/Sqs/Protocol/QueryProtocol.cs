using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>
/// The AWS query protocol, posted to the root or to a queue's own path, as API Gateway does. Answers are XML; JSON for
/// those who accept <c>application/json</c>, as API Gateway does.
/// </summary>
internal sealed class QueryProtocol : ISqsProtocol
{
    private static readonly XNamespace Xml = "http://queue.amazonaws.com/doc/2012-11-05/";

    public SqsCall Read(AwsRequest request)
    {
        var fields = FormFields.Read(request).ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var action = fields["Action"].LastOrDefault()
            ?? throw SqsError.Create("UnknownOperationException", "The request names no Action.", HttpStatusCode.NotFound);

        var parameters = QueryMembers.ToJson(fields.Select(field => KeyValuePair.Create(field.Key, field.Last())));
        if (request.Path.Trim('/').Length > 0)
        {
            parameters.TryAdd("QueueUrl", request.Path);
        }

        return new(action, parameters, request.Caller);
    }

    public AwsResponse Result(AwsRequest request, string operation, JsonObject result)
    {
        var id = Guid.NewGuid().ToString();
        return WantsJson(request)
            ? Json(200, new()
            {
                [$"{operation}Response"] = new JsonObject
                {
                    [$"{operation}Result"] = result.Count == 0 ? null : result,
                    ["ResponseMetadata"] = new JsonObject { ["RequestId"] = id },
                },
            })
            : Document(200, new XElement(
                Xml + $"{operation}Response",
                result.Count == 0 && operation != "ReceiveMessage"
                    ? null
                    : new XElement(Xml + $"{operation}Result", new QueryResult(Xml, operation).ToXml(result)),
                new XElement(Xml + "ResponseMetadata", new XElement(Xml + "RequestId", id))));
    }

    public AwsResponse Error(AwsRequest request, AwsException error)
    {
        var id = Guid.NewGuid().ToString();
        var code = SqsError.QueryCode(error.Code);
        var type = (int)error.Status < 500 ? "Sender" : "Receiver";

        // Only this protocol adds why, and always has.
        var message = error.Code == "QueueDoesNotExist" ? "The specified queue does not exist for this wsdl version." : error.Message;
        return WantsJson(request)
            ? Json((int)error.Status, new()
            {
                ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = message, ["Type"] = type },
                ["RequestId"] = id,
            })
            : Document((int)error.Status, new XElement(
                Xml + "ErrorResponse",
                new XElement(
                    Xml + "Error",
                    new XElement(Xml + "Type", type),
                    new XElement(Xml + "Code", code),
                    new XElement(Xml + "Message", message),
                    new XElement(Xml + "Detail")),
                new XElement(Xml + "RequestId", id)));
    }

    private static bool WantsJson(AwsRequest request) =>
        request.Header("Accept")?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true;

    private static AwsResponse Json(int status, JsonObject body) =>
        AwsResponse.Text(status, "application/json", body.ToJsonString(JsonProtocol.Plain));

    private static AwsResponse Document(int status, XElement body) =>
        AwsResponse.Text(status, "text/xml", $"<?xml version=\"1.0\"?>{body.ToString(SaveOptions.DisableFormatting)}");
}
