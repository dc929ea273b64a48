namespace Engagement.Local.Lambda.Deployment;

/// <summary>The form of a function's log lines.</summary>
internal enum LogFormat
{
    /// <summary>Plain text; Lambda's default.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}
