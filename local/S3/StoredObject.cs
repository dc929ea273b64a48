namespace Engagement.Local.S3;

/// <summary>A file in a bucket.</summary>
/// <param name="Key">Its name.</param>
/// <param name="StoredAt">When it was written, by the cloud's clock.</param>
/// <param name="Content">What it holds.</param>
internal sealed record StoredObject(string Key, DateTimeOffset StoredAt, ReadOnlyMemory<byte> Content);
