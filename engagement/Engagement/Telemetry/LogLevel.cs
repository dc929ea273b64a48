namespace Engagement.Telemetry;

/// <summary>How grave a log line is; appears as its name.</summary>
public enum LogLevel
{
    /// <summary>Something happened as it should.</summary>
    Information,

    /// <summary>Something was refused, or will be tried again.</summary>
    Warning,

    /// <summary>An operator has to act.</summary>
    Error,
}
