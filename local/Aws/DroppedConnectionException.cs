namespace Engagement.Local.Aws;

/// <summary>
/// There is no answer: the connection ends instead. An HTTP adapter aborts its connection; a caller in this process takes it for a
/// transport error.
/// </summary>
internal sealed class DroppedConnectionException(string service, string operation)
    : IOException($"The connection of {service} {operation} was dropped, as asked for at /_local/faults.");
