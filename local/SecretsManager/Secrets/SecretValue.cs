namespace Engagement.Local.SecretsManager.Secrets;

/// <summary>What a version holds: a text, or bytes in base64. Its own text never shows them.</summary>
internal sealed class SecretValue(string? text, string? binary) : IEquatable<SecretValue>
{
    /// <summary>The text, or null where bytes are held.</summary>
    public string? Text { get; } = text;

    /// <summary>The bytes in base64, or null where a text is held.</summary>
    public string? Binary { get; } = binary;

    public bool Equals(SecretValue? other) => other is not null && Text == other.Text && Binary == other.Binary;

    public override bool Equals(object? obj) => Equals(obj as SecretValue);

    public override int GetHashCode() => HashCode.Combine(Text, Binary);

    public override string ToString() => "[secret]";
}
