using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Local.Sqs.Messages;

/// <summary>One attribute that a sender attached: a text or number, or bytes in Base64.</summary>
internal sealed record MessageAttribute(string DataType, string? StringValue, string? BinaryValue)
{
    public byte[] Bytes => BinaryValue is null ? Encoding.UTF8.GetBytes(StringValue ?? "") : Convert.FromBase64String(BinaryValue);
}

/// <summary>What a sender attached to a message, by name.</summary>
internal sealed class MessageAttributes(IReadOnlyDictionary<string, MessageAttribute> byName)
{
    private const int Most = 10;

    public static MessageAttributes None { get; } = new(new Dictionary<string, MessageAttribute>());

    public IReadOnlyDictionary<string, MessageAttribute> ByName => byName;

    /// <summary>Bytes that count towards the limit of a message.</summary>
    public int Size =>
        byName.Sum(pair =>
            Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value.DataType) + pair.Value.Bytes.Length);

    /// <summary>Reads and checks them, at most ten.</summary>
    /// <exception cref="Aws.AwsException">One is malformed.</exception>
    public static MessageAttributes Read(JsonNode? attributes)
    {
        var json = attributes as JsonObject ?? (attributes is null ? [] : throw SqsError.Mistyped("MessageAttributes", "an object"));
        return json.Count == 0 ? None
            : json.Count <= Most
            ? new(json.ToDictionary(pair => pair.Key, pair => Read(pair.Key, pair.Value as JsonObject), StringComparer.Ordinal))
            : throw SqsError.Invalid($"Number of message attributes [{json.Count}] exceeds the allowed maximum [{Most}].");
    }

    /// <summary>Bytes of what a request brings, whether or not it is well formed.</summary>
    public static int SizeOf(JsonNode? attributes) => (attributes as JsonObject ?? []).Sum(pair => Encoding.UTF8.GetByteCount(pair.Key)
        + (pair.Value as JsonObject ?? []).Sum(member =>
            Encoding.UTF8.GetByteCount($"{member.Value}") / (member.Key == "BinaryValue" ? 4 : 1) * (member.Key == "BinaryValue" ? 3 : 1)));

    /// <summary>The digest that SDKs compare with their own, over the attributes in order of name; null where there are none.</summary>
    public string? Md5()
    {
        if (byName.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        foreach (var (name, attribute) in byName.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(bytes, Encoding.UTF8.GetBytes(name));
            Append(bytes, Encoding.UTF8.GetBytes(attribute.DataType));
            bytes.WriteByte((byte)(attribute.BinaryValue is null ? 1 : 2));
            Append(bytes, attribute.Bytes);
        }

        return BodyDigest.Compute(bytes.ToArray());
    }

    /// <summary>Those that a receiver asks for by name, by prefix (<c>foo.*</c>) or all (<c>All</c>, <c>.*</c>).</summary>
    public MessageAttributes Select(IReadOnlyList<string> names) => byName.Count == 0 || names.Count == 0
        ? None
        : new(byName.Where(pair => names.Any(name => Asks(name, pair.Key))).ToDictionary(StringComparer.Ordinal));

    public JsonObject ToJson() => new(byName.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)ToJson(pair.Value))));

    private static bool Asks(string name, string attribute) =>
        name is "All" or ".*"
            || name == attribute
            || (name.EndsWith(".*", StringComparison.Ordinal) && attribute.StartsWith(name[..^2], StringComparison.Ordinal));

    private static JsonObject ToJson(MessageAttribute attribute)
    {
        var json = new JsonObject { ["DataType"] = attribute.DataType };
        json[attribute.BinaryValue is null ? "StringValue" : "BinaryValue"] = attribute.BinaryValue ?? attribute.StringValue;
        return json;
    }

    private static void Append(MemoryStream bytes, byte[] value)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        bytes.Write(length);
        bytes.Write(value);
    }

    private static MessageAttribute Read(string name, JsonObject? json)
    {
        AttributeRules.CheckName(name);
        var type = json?["DataType"]?.ToString() ?? "";
        var text = json?["StringValue"]?.ToString();
        var binary = json?["BinaryValue"]?.ToString();
        var kind = AttributeRules.Kind(name, type);
        var value = kind == "Binary" ? binary : text;
        if (string.IsNullOrEmpty(value))
        {
            throw SqsError.Invalid($"Message (user) attribute '{name}' must contain a non-empty value of type '{kind}'.");
        }

        AttributeRules.CheckValue(name, kind, value);
        return new(type, kind == "Binary" ? null : text, kind == "Binary" ? binary : null);
    }
}
