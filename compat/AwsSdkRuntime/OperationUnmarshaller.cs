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
internal abstract class OperationUnmarshaller : JsonResponseUnmarshaller
{
    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = Reader(context, context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var exception = CreateException(error);
        var body = context.GetResponseBodyBytes();
        if (body is [(byte)'{', ..])
        {
            using var stream = new MemoryStream(body);
            using var members = new JsonUnmarshallerContext(stream, false, context.ResponseData, false);
            var memberReader = Reader(members, stream);
            members.Read(ref memberReader);
            ReadMembers(exception, members, ref memberReader);
        }

        return exception;
    }

    /// <summary>The service's exception for an error code.</summary>
    protected abstract AmazonServiceException CreateException(ErrorResponse error);

    /// <summary>Reads what an exception has beside its text from the error's body, whose start was just read.</summary>
    protected abstract void ReadMembers(AmazonServiceException exception, JsonUnmarshallerContext body, ref StreamingUtf8JsonReader reader);

    protected static StreamingUtf8JsonReader Reader(JsonUnmarshallerContext context, Stream stream)
        => new(stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? 4096, context.JsonMaxDepth);
}
