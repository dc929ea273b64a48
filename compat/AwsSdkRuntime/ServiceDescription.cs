using Amazon.Runtime.Internal;
using System.Collections.Generic;

namespace AwsSdkRuntime;

/// <summary>What all operations of a service have in common.</summary>
internal sealed class ServiceDescription : IServiceMetadata
{
    /// <summary>The service's namespace, which names it to the pipeline: <c>Amazon.Pinpoint</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The service's identifier, from which <c>AWS_ENDPOINT_URL_…</c> is derived.</summary>
    public required string ServiceId { get; init; }

    /// <summary>A date, sent as <c>x-amz-api-version</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The first label of the service's default host name: <c>pinpoint</c>.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>AWS JSON only: what stands before the operation's name in <c>X-Amz-Target</c>.</summary>
    public string TargetPrefix { get; init; }

    /// <summary>AWS JSON only: its version, part of the content type. By default 1.1.</summary>
    public string JsonVersion { get; init; } = "1.1";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);
}
