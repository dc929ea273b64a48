using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Tests.Models;

/// <summary>A service as botocore, the AWS CLI's core, describes it: <c>service-2.json</c>.</summary>
internal sealed class BotocoreModel : ClientModel
{
    private readonly JsonElement model;
    private readonly bool isQuery;

    private BotocoreModel(JsonElement model)
    {
        this.model = model;
        isQuery = model.GetProperty("metadata").GetProperty("protocol").GetString() == "query";
    }

    /// <summary>Reads a model, compressed or not.</summary>
    public static async Task<BotocoreModel> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        await using var content = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : (Stream)stream;
        return new(await JsonSerializer.DeserializeAsync<JsonElement>(content));
    }

    /// <summary>Whether the service has an operation of this name.</summary>
    public bool Knows(string operation) => model.GetProperty("operations").TryGetProperty(operation, out _);

    /// <summary>What the service documents against a text in a request; null where nothing does, or the request has no such text.</summary>
    /// <param name="operation">The operation, such as <c>PutSecretValue</c>.</param>
    /// <param name="member">The request's member, such as <c>ClientRequestToken</c>.</param>
    /// <param name="text">Its value.</param>
    public string? Objection(string operation, string member, string text)
    {
        var input = Declared(Text(model.GetProperty("operations").GetProperty(operation).GetProperty("input"), "shape")!);
        var name = input.GetProperty("members")
            .EnumerateObject()
            .FirstOrDefault(each => each.Name.Equals(member, StringComparison.OrdinalIgnoreCase)).Value;
        if (name.ValueKind == JsonValueKind.Undefined || Declared(Text(name, "shape")!) is var shape && Text(shape, "type") != "string")
        {
            return null;
        }

        return shape.TryGetProperty("min", out var min) && text.Length < min.GetInt32() ? $"has fewer than {min} characters"
            : shape.TryGetProperty("max", out var max) && text.Length > max.GetInt32() ? $"has more than {max} characters"
            : Text(shape, "pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
                ? $"does not match {pattern}"
            : null;
    }

    protected override (Shape Shape, string? Wrapper) Answer(string operation)
    {
        if (!model.GetProperty("operations").GetProperty(operation).TryGetProperty("output", out var output))
        {
            return (StructureShape.Empty, null);
        }

        var shape = Named(Text(output, "shape")!);
        // In REST one member may be the whole body.
        var payload = Text(Declared(Text(output, "shape")!), "payload");
        return (payload is null ? shape : ((StructureShape)shape).Members[payload].Shape(), Text(output, "resultWrapper"));
    }

    protected override (StructureShape Shape, int? Status)? Error(string operation, string code)
    {
        foreach (var name in Errors(operation))
        {
            var shape = Declared(name);
            var error = shape.TryGetProperty("error", out var declared) ? declared : default;
            if (name == code || Text(error, "code") == code)
            {
                var status = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("httpStatusCode", out var number)
                    ? number.GetInt32()
                    : (int?)null;
                return ((StructureShape)Named(name), status);
            }
        }

        return null;
    }

    /// <summary>
    /// The models of the query protocol's days list few of the errors that an operation answers, so that there any of the service counts.
    /// </summary>
    private IEnumerable<string> Errors(string operation) =>
        isQuery
            ? model.GetProperty("shapes")
                .EnumerateObject()
                .Where(shape => shape.Value.TryGetProperty("exception", out _))
                .Select(shape => shape.Name)
        : model.GetProperty("operations").GetProperty(operation).TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => Text(error, "shape")!)
        : [];

    private Shape Named(string name)
    {
        var shape = Declared(name);
        return Text(shape, "type") switch
        {
            "structure" => Structure(shape),
            "list" =>
                new ListShape(
                    () => Named(Text(shape.GetProperty("member"), "shape")!),
                    IsFlattened(shape) ? null : Text(shape.GetProperty("member"), "locationName")),
            "map" => new MapShape(
                () => Named(Text(shape.GetProperty("value"), "shape")!),
                Values(Declared(Text(shape.GetProperty("key"), "shape")!)),
                (Text(shape.GetProperty("key"), "locationName") ?? "key", Text(shape.GetProperty("value"), "locationName") ?? "value")),
            "timestamp" => new TimeShape(isQuery || Text(shape, "timestampFormat") == "iso8601"),
            "integer" or "long" or "double" or "float" => new NumberShape(),
            "boolean" => new BooleanShape(),
            _ => new TextShape(Values(shape)),
        };
    }

    private StructureShape Structure(JsonElement shape)
    {
        var required = shape.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        return new(shape.GetProperty("members").EnumerateObject().ToDictionary(
            member => WireName(member),
            member => new ShapeMember(() => Named(Text(member.Value, "shape")!), required.Contains(member.Name))));
    }

    /// <summary>In the query protocol a flattened list goes by the name of its items.</summary>
    private string WireName(JsonProperty member)
    {
        var shape = Declared(Text(member.Value, "shape")!);
        return Text(member.Value, "locationName")
            ?? (isQuery && IsFlattened(shape) && shape.TryGetProperty("member", out var item) ? Text(item, "locationName") : null)
            ?? member.Name;
    }

    private JsonElement Declared(string shape) => model.GetProperty("shapes").GetProperty(shape);

    private static bool IsFlattened(JsonElement shape) => shape.TryGetProperty("flattened", out var flattened) && flattened.GetBoolean();

    private static HashSet<string>? Values(JsonElement shape) =>
        shape.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
