using Engagement.Local.CloudWatch;

namespace Local.Tests.ApiGateway;

/// <summary>Keeps log lines.</summary>
internal sealed class RecordingLogs : ILogSink
{
    public List<(string LogGroup, string Line)> Lines { get; } = [];

    public void Write(string logGroup, string line) => Lines.Add((logGroup, line));
}
