namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How a function's lines look, as <c>AWS_LAMBDA_HANDLER_LOG_FORMAT</c> or <c>AWS_LAMBDA_LOG_FORMAT</c> names it.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id and level before the message, with tabs between.</summary>
    Default,

    /// <summary>The message alone.</summary>
    Unformatted,

    /// <summary>One JSON object a line.</summary>
    Json,
}
