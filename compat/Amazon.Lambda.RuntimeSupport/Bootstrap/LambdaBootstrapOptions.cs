namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings of a bootstrap that are not its handler.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; null takes <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
