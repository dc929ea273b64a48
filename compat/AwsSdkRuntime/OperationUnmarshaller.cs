using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using System;
using System.IO;
using System.Net;

namespace AwsSdkRuntime;

/// <summary>Reads an operation's answer, or the error that it answered instead.</summary>
internal abstract class OperationUnmarshaller(OperationUnmarshaller.ResponseReader read) : JsonResponseUnmarshaller
{
    /// <summary>Reads the body of a successful answer.</summary>
    public delegate AmazonWebServiceResponse ResponseReader(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var reader = Reader(context, context.Stream);
        return read(context, ref reader);
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = Reader(context, context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var exception = CreateException(error);
        var body = context.GetResponseBodyBytes();
        if (exception is IJsonReadable readable && body is [(byte)'{', ..])
        {
            using var stream = new MemoryStream(body);
            using var members = new JsonUnmarshallerContext(stream, false, context.ResponseData, false);
            var memberReader = Reader(members, stream);
            members.Read(ref memberReader);
            readable.ReadMembers(members, ref memberReader);
        }

        return exception;
    }

    /// <summary>The service's exception for an error code.</summary>
    protected abstract AmazonServiceException CreateException(ErrorResponse error);

    private static StreamingUtf8JsonReader Reader(JsonUnmarshallerContext context, Stream stream)
        => new(stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? 4096, context.JsonMaxDepth);
}
