namespace Engagement.Local.Aws;

/// <summary>One AWS service, spoken to in its own wire protocol.</summary>
internal interface IAwsService
{
    /// <summary>Short name as the control API shows it, such as <c>pinpoint</c>.</summary>
    string Name { get; }

    /// <summary>Service name in the credential scope of a signature, such as <c>mobiletargeting</c>.</summary>
    string SigningName { get; }

    /// <summary>AWS's name for an error of the service itself, which answers of status 500 tell.</summary>
    string InternalError => "InternalFailure";

    /// <summary>The errors worth provoking by a fault, with their HTTP status. <see cref="ServiceErrors"/> makes them.</summary>
    IReadOnlyDictionary<string, int> Errors { get; }

    /// <summary>Understands a request without carrying it out.</summary>
    /// <exception cref="AwsException">The request names no operation of this service, or is malformed.</exception>
    AwsOperation Resolve(AwsRequest request);

    /// <summary>The answer that tells of an error, in this service's protocol.</summary>
    AwsResponse Error(AwsRequest request, AwsException error);
}
