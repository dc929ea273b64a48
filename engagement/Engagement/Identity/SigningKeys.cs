using System.Text;
using System.Text.Json;

namespace Engagement.Identity;

/// <summary>
/// Keys of signatures: the current one makes them. The one before, during a rotation, and older ones, where signatures live on, are
/// accepted still.
/// </summary>
public sealed class SigningKeys
{
    private readonly byte[] current;
    private readonly byte[]? previous;

    private readonly byte[][] older;

    private SigningKeys(byte[] current, byte[]? previous, byte[][] older)
    {
        (this.current, this.previous, this.older) = (current, previous, older);
        Current = new(current);
        Previous = previous is null ? null : new(previous);
    }

    internal KeyedHash Current { get; }

    /// <summary>Null when there is none.</summary>
    internal KeyedHash? Previous { get; }

    /// <summary>All keys, the current one first, for signatures that say which of them made them.</summary>
    internal IEnumerable<byte[]> All => previous is null ? [current, .. older] : [current, previous, .. older];

    /// <param name="current">The key in use, not empty.</param>
    /// <param name="previous">The key before it, still valid; null or empty when there is none.</param>
    /// <param name="older">Keys before that, for signatures without expiry. Identities do not use them.</param>
    /// <exception cref="SigningSecretException"><paramref name="current"/> is empty.</exception>
    public static SigningKeys Create(string current, string? previous = null, params IEnumerable<string> older) =>
        string.IsNullOrEmpty(current)
            ? throw new SigningSecretException("The signing secret's 'current' is missing or empty.")
            : new(
                Encoding.UTF8.GetBytes(current),
                string.IsNullOrEmpty(previous) ? null : Encoding.UTF8.GetBytes(previous),
                [.. older.Where(key => key.Length > 0).Select(Encoding.UTF8.GetBytes)]);

    /// <param name="secret">
    /// The secret's text: <c>{"current":"…","previous":"…","older":["…"]}</c>; <c>current</c> alone is required, other members are ignored.
    /// </param>
    /// <exception cref="SigningSecretException">The text is of another form. The message holds nothing of it.</exception>
    public static SigningKeys Parse(string secret)
    {
        try
        {
            using var document = JsonDocument.Parse(secret);
            var root = document.RootElement;
            return Create(Text(root, "current") ?? "", Text(root, "previous"), Texts(root, "older"));
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
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : TextOf(value, name);
    }

    private static IReadOnlyList<string> Texts(JsonElement root, string name) =>
        JsonText.Member(root, name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(value => TextOf(value, name))]
            : [];

    private static string TextOf(JsonElement value, string name) =>
        JsonText.Read(value) ?? throw new SigningSecretException($"The signing secret's '{name}' is not a text.");
}
