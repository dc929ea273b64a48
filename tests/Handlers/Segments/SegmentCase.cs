using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Engagement.Definitions.Segments;
using Handlers.Tests.Schemas;

namespace Handlers.Tests.Segments;

/// <summary>One case of <c>cases.yaml</c>: a definition, who belongs to its segment, and who does not.</summary>
internal sealed record SegmentCase(SegmentDefinition Definition, IReadOnlyList<SegmentCustomer> In, IReadOnlyList<SegmentCustomer> Out)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All cases by their sentences.</summary>
    public static IReadOnlyDictionary<string, SegmentCase> All { get; } = YamlAsJson
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Segments", "cases.yaml")))!.AsObject()
        .ToDictionary(each => each.Key, each => Read(each.Key, each.Value!.AsObject()));

    /// <summary>The sentences, one a row.</summary>
    public static TheoryData<string> Sentences => [.. All.Keys];

    private static SegmentCase Read(string sentence, JsonObject written) =>
        written.All(each => each.Key is "where" or "in" or "out")
            ? new(Define(written["where"]!), Customers(written["in"]), Customers(written["out"]))
            : throw new FormatException($"'{sentence}' has where, in and out, and nothing else.");

    // JSON is YAML, so that the definition goes through the reader of the file.
    private static SegmentDefinition Define(JsonNode where)
    {
        var file = new JsonObject { ["segments"] = new JsonObject { ["case"] = new JsonObject { ["where"] = where.DeepClone() } } };
        return SegmentCatalog.Parse(file.ToJsonString(), "cases.yaml").Segments.Single();
    }

    private static SegmentCustomer[] Customers(JsonNode? written) => written?.Deserialize<SegmentCustomer[]>(Options) ?? [];
}
