using System.Text;
using System.Text.Json;

namespace Engagement.Identity;

/// <summary>The keys that identity signatures are made with: the current one and, during a rotation, the one before.</summary>
public sealed class SigningKeys
{
    private readonly byte[] current;
    private readonly byte[]? previous;

    private SigningKeys(byte[] current, byte[]? previous) => (this.current, this.previous) = (current, previous);

    internal ReadOnlySpan<byte> Current => current;

    /// <summary>Empty when there is none.</summary>
    internal ReadOnlySpan<byte> Previous => previous;

    /// <param name="current">The key in use, not empty.</param>
    /// <param name="previous">The key before it, still valid; null or empty when there is none.</param>
    /// <exception cref="SigningSecretException"><paramref name="current"/> is empty.</exception>
    public static SigningKeys Create(string current, string? previous = null) =>
        string.IsNullOrEmpty(current)
            ? throw new SigningSecretException("The signing secret's 'current' is missing or empty.")
            : new(Encoding.UTF8.GetBytes(current), string.IsNullOrEmpty(previous) ? null : Encoding.UTF8.GetBytes(previous));

    /// <param name="secret">
    /// The secret's text: <c>{"current":"…","previous":"…"}</c>; <c>previous</c> is optional, other members are ignored.
    /// </param>
    /// <exception cref="SigningSecretException">The text is of another form. The message holds nothing of it.</exception>
    public static SigningKeys Parse(string secret)
    {
        try
        {
            using var document = JsonDocument.Parse(secret);
            return Create(Text(document.RootElement, "current") ?? "", Text(document.RootElement, "previous"));
        }
        catch (JsonException)
        {
            // The parser's own message may quote the secret, so it is not passed on.
            throw new SigningSecretException("The signing secret is not JSON of the form {\"current\":\"…\",\"previous\":\"…\"}.");
        }
    }

    private static string? Text(JsonElement root, string name)
    {
        var value = JsonText.Member(root, name);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? null
            : JsonText.Read(value) ?? throw new SigningSecretException($"The signing secret's '{name}' is not a text.");
    }
}
