namespace Engagement.Local.ApiGateway.Errors;

/// <summary>An error that API Gateway answers itself: a gateway response type with its usual status, header and message.</summary>
/// <param name="Type">Gateway response type, such as <c>BAD_REQUEST_PARAMETERS</c>.</param>
/// <param name="StatusCode">Status where the API does not set another.</param>
/// <param name="ErrorType">Value of <c>x-amzn-ErrorType</c>.</param>
/// <param name="Message">What the caller is told.</param>
/// <remarks>
/// Names and statuses: "Gateway response types for API Gateway"; headers and messages as recorded from AWS in localstack's snapshots.
/// </remarks>
internal sealed record GatewayError(string Type, int StatusCode, string ErrorType, string Message)
{
    /// <summary>
    /// What the message is called where the API does not say how to answer: for a caller without permission it begins with a capital.
    /// </summary>
    public string MessageMember { get; init; } = "message";

    /// <summary>Every gateway response type that an API may define.</summary>
    public static IReadOnlySet<string> Types { get; } = new HashSet<string>
    {
        "ACCESS_DENIED", "API_CONFIGURATION_ERROR", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE", "BAD_REQUEST_BODY",
        "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX", "DEFAULT_5XX", "EXPIRED_TOKEN", "INTEGRATION_FAILURE", "INTEGRATION_TIMEOUT",
        "INVALID_API_KEY", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "QUOTA_EXCEEDED", "REQUEST_TOO_LARGE",
        "RESOURCE_NOT_FOUND", "THROTTLED", "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "WAF_FILTERED",
    };

    /// <summary>No method of that name at that path: API Gateway then asks for credentials.</summary>
    public static GatewayError MissingAuthenticationToken { get; } =
        new("MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException", "Missing Authentication Token");

    /// <summary>An <c>Authorization</c> header that is no signature.</summary>
    public static GatewayError IncompleteSignature { get; } = new(
        "INVALID_SIGNATURE",
        403,
        "IncompleteSignatureException",
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header "
            + "requires 'SignedHeaders' parameter.");

    /// <summary>The signature is for another service than <c>execute-api</c>.</summary>
    public static GatewayError OtherService { get; } =
        new("INVALID_SIGNATURE", 403, "InvalidSignatureException", "Credential should be scoped to correct service: 'execute-api'. ");

    /// <summary>The signature is for another region than the API's.</summary>
    public static GatewayError OtherRegion { get; } =
        new("INVALID_SIGNATURE", 403, "InvalidSignatureException", "Credential should be scoped to a valid region. ");

    /// <summary>More requests than the method's throttle lets through.</summary>
    public static GatewayError Throttled { get; } = new("THROTTLED", 429, "TooManyRequestsException", "Too Many Requests");

    /// <summary>The request line and header values are longer than API Gateway takes. The status is not confirmed.</summary>
    public static GatewayError RequestTooLarge { get; } = new("REQUEST_TOO_LARGE", 413, "RequestTooLargeException", "Request Too Long");

    /// <summary>No template for the request's content type.</summary>
    public static GatewayError UnsupportedMediaType { get; } = new(
        "UNSUPPORTED_MEDIA_TYPE", 415, "BadRequestException", "Unsupported Media Type");

    /// <summary>The integration did not answer in time.</summary>
    public static GatewayError IntegrationTimeout { get; } = new(
        "INTEGRATION_TIMEOUT", 504, "InternalServerErrorException", "Endpoint request timed out");

    /// <summary>The integration's connection broke.</summary>
    public static GatewayError IntegrationFailure { get; } = new(
        "INTEGRATION_FAILURE", 504, "InternalServerErrorException", "Network error communicating with endpoint");

    /// <summary>A template or mapping that cannot be carried out.</summary>
    public static GatewayError Internal { get; } = new("DEFAULT_5XX", 500, "InternalServerErrorException", "Internal server error");

    /// <summary>The function failed, or answered something else than a proxy integration takes.</summary>
    public static GatewayError BadFunctionAnswer { get; } = Internal with { StatusCode = 502 };

    /// <summary>No integration response fits what the integration answered.</summary>
    public static GatewayError Configuration { get; } = new(
        "API_CONFIGURATION_ERROR", 500, "InternalServerErrorException", "Internal server error");

    /// <summary>The caller has no permission to call the method.</summary>
    public static GatewayError AccessDenied(string message) =>
        new("ACCESS_DENIED", 403, "AccessDeniedException", message) { MessageMember = "Message" };

    /// <summary>Required parameters are absent.</summary>
    public static GatewayError MissingParameters(IEnumerable<string> names) =>
        new("BAD_REQUEST_PARAMETERS", 400, "BadRequestException", $"Missing required request parameters: [{string.Join(", ", names)}]");
}
