using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>A wire format of SQS.</summary>
internal interface ISqsProtocol
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="AwsException">It is malformed.</exception>
    SqsCall Read(AwsRequest request);

    /// <summary>The answer that carries a result.</summary>
    AwsResponse Result(AwsRequest request, string operation, JsonObject result);

    /// <summary>The answer that tells of an error.</summary>
    AwsResponse Error(AwsRequest request, AwsException error);
}
