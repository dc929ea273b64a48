namespace Engagement.Local.CloudWatch;

/// <summary>Where functions and API stages write their log lines.</summary>
internal interface ILogSink
{
    /// <summary>Takes one line, without its line end.</summary>
    /// <param name="logGroup">Log group, such as <c>/aws/lambda/record-pixel-events</c>.</param>
    /// <param name="line">The line as written.</param>
    void Write(string logGroup, string line);
}
