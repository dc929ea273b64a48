using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Conformance.Tests.Models;

/// <summary>
/// Reads what AWS's query protocol answers the way a client does that knows its shape. What the shape does not have is kept, for the check
/// to find.
/// </summary>
internal static class XmlAnswer
{
    public static JsonElement ToJson(XElement element, Shape shape) => JsonSerializer.SerializeToElement(Node(element, shape));

    private static JsonNode? Node(XElement element, Shape shape) => shape switch
    {
        StructureShape structure => Structure(element, structure),
        ListShape list =>
            new JsonArray([
                .. element.Elements()
                    .Where(item => item.Name.LocalName == (list.Element ?? "member"))
                    .Select(item => Node(item, list.Item())),
            ]),
        MapShape map => Map(element.Elements(), map),
        NumberShape or TimeShape { IsText: false } when double.TryParse(
            element.Value,
            CultureInfo.InvariantCulture,
            out var number) => number,
        BooleanShape when bool.TryParse(element.Value, out var truth) => truth,
        _ => element.Value,
    };

    private static JsonObject Structure(XElement element, StructureShape structure)
    {
        var json = new JsonObject();
        foreach (var same in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            json[same.Key] = structure.Members.GetValueOrDefault(same.Key)?.Shape() switch
            {
                ListShape { Element: null } list => new JsonArray([.. same.Select(item => Node(item, list.Item()))]),
                MapShape map => Map(same, map),
                { } shape => Node(same.Single(), shape),
                null => same.First().Value,
            };
        }

        return json;
    }

    private static JsonObject Map(IEnumerable<XElement> entries, MapShape map) => new(entries.Select(entry => KeyValuePair.Create(
        Part(entry, map.Pair.Key).Value,
        Node(Part(entry, map.Pair.Value), map.Value()))));

    private static XElement Part(XElement entry, string name) => entry.Element(entry.Name.Namespace + name)
        ?? throw new InvalidDataException($"The entry <{entry.Name.LocalName}> has no <{name}>.");
}
