namespace Engagement.Local.Firehose.Streams;

/// <summary>A record that a stream has taken.</summary>
/// <param name="At">When, by the cloud's clock.</param>
/// <param name="Data">What it holds.</param>
internal sealed record StreamRecord(DateTimeOffset At, ReadOnlyMemory<byte> Data);
