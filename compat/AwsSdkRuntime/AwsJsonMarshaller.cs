using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsSdkRuntime;

/// <summary>AWS JSON: every operation is a POST of the whole request to the root, named by a header.</summary>
internal sealed class AwsJsonMarshaller<TRequest>(ServiceDescription service, string operation) : OperationMarshaller<TRequest>(service, "POST", "/")
    where TRequest : AmazonWebServiceRequest, IJsonWritable
{
    private readonly string target = $"{service.TargetPrefix}.{operation}";
    private readonly string contentType = $"application/x-amz-json-{service.JsonVersion}";

    protected override void Bind(TRequest request, DefaultRequest http)
    {
        http.Headers["X-Amz-Target"] = target;
        http.Body(contentType, request);
    }
}
