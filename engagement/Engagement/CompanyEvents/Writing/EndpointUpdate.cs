using System.Text;

namespace Engagement.CompanyEvents.Writing;

/// <summary>What becomes of one endpoint's user, from one or more messages.</summary>
public sealed class EndpointUpdate(string endpointId)
{
    // Room for names, punctuation and the request around each item and value.
    private const int Overhead = 64;

    private readonly Dictionary<string, (DateTimeOffset At, List<string> Values)> attributes = new(StringComparer.Ordinal);

    public string EndpointId => endpointId;

    /// <summary>The messages that are done with when this is written.</summary>
    public ICollection<string> MessageIds { get; } = new List<string>();

    public IEnumerable<KeyValuePair<string, List<string>>> UserAttributes =>
        attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value.Values));

    /// <summary>About how many bytes it takes in a request, rather more than fewer.</summary>
    public int Size =>
        Overhead + Bytes(endpointId) + UserAttributes.Sum(
            attribute => Overhead + Bytes(attribute.Key) + attribute.Value.Sum(value => 8 + Bytes(value)));

    /// <summary>Of two values of an attribute the later event's stays; of one event's, whichever comes last.</summary>
    public void Add(string messageId, WriteMessage message)
    {
        MessageIds.Add(messageId);
        foreach (var (name, values) in message.UserAttributes)
        {
            if (!attributes.TryGetValue(name, out var known) || known.At <= message.At)
            {
                attributes[name] = (message.At, [.. values]);
            }
        }
    }

    // JSON writes one character as up to six.
    private static int Bytes(string text) => Math.Max(Encoding.UTF8.GetByteCount(text), 6 * text.Length);
}
