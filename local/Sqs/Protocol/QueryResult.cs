using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>Results of the JSON protocol's shape as XML: lists flattened, objects with free names as names with values.</summary>
internal sealed class QueryResult(XNamespace xml, string operation)
{
    public IEnumerable<XElement> ToXml(JsonObject result) => result.SelectMany(member => ToXml(member.Key, member.Value));

    private IEnumerable<XElement> ToXml(string name, JsonNode? value) => (name, value) switch
    {
        (_, null) => [],
        ("Attributes" or "MessageAttributes" or "Tags", JsonObject map) => map.Select(entry => Entry(name, entry.Key, entry.Value)),
        (_, JsonObject json) => [new XElement(xml + name, ToXml(json))],
        (_, JsonArray list) => list.Select(item => new XElement(xml + ItemName(name), item is JsonObject json ? ToXml(json) : $"{item}")),
        _ => [new XElement(xml + name, value.ToString())],
    };

    private XElement Entry(string map, string key, JsonNode? value) => map == "Tags"
        ? new(xml + "Tag", new XElement(xml + "Key", key), new XElement(xml + "Value", $"{value}"))
        : new(
            xml + map[..^1],
            new XElement(xml + "Name", key),
            new XElement(xml + "Value", value is JsonObject json ? ToXml(json) : $"{value}"));

    private string ItemName(string list) => list switch
    {
        "Messages" => "Message",
        "QueueUrls" or "queueUrls" => "QueueUrl",
        "Successful" => $"{operation}ResultEntry",
        "Failed" => "BatchResultErrorEntry",
        "Results" => $"{operation}ResultEntry",
        _ => list,
    };
}
