using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace AwsSdkRuntime;

/// <summary>Makes an operation's HTTP request.</summary>
internal abstract class OperationMarshaller<TRequest>(ServiceDescription service, string method, string path) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var http = new DefaultRequest(input, service.Name) { HttpMethod = method, ResourcePath = path };
        http.Headers[HeaderKeys.XAmzApiVersion] = service.ApiVersion;
        Bind((TRequest)input, http);
        return http;
    }

    /// <summary>Puts the request's members where the operation wants them.</summary>
    protected abstract void Bind(TRequest request, DefaultRequest http);
}
