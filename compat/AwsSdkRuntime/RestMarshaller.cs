using Amazon.Runtime;
using Amazon.Runtime.Internal;
using System;

namespace AwsSdkRuntime;

/// <summary>REST-JSON: every operation has a method and a path, and says where its request's members go.</summary>
internal sealed class RestMarshaller<TRequest>(ServiceDescription service, string method, string path, Action<TRequest, DefaultRequest> bind)
    : OperationMarshaller<TRequest>(service, method, path)
    where TRequest : AmazonWebServiceRequest
{
    protected override void Bind(TRequest request, DefaultRequest http) => bind(request, http);
}
