namespace Engagement.Local.ApiGateway.Errors;

/// <summary>Ends a request with an error that API Gateway answers itself.</summary>
/// <param name="error">What it answers.</param>
/// <param name="cause">What went wrong, for the execution log; null where the answer says it all.</param>
internal sealed class GatewayErrorException(GatewayError error, string? cause = null) : Exception(cause ?? error.Message)
{
    /// <summary>What API Gateway answers.</summary>
    public GatewayError Error { get; } = error;

    /// <summary>What went wrong, for the execution log.</summary>
    public string? Cause { get; } = cause;
}
