using System.Text.Json;
using System.Xml.Linq;

namespace Conformance.Tests.Models;

/// <summary>What a client knows of a service, and whether an answer fits that.</summary>
internal abstract class ClientModel
{
    /// <summary>
    /// Errors that AWS answers and models do not hold, since every operation may have them: those common to all services, and those that
    /// SQS documents apart. The names are both protocols' of SQS.
    /// </summary>
    private static readonly HashSet<string> CommonErrors =
    [
        "AccessDenied", "AccessDeniedException", "InvalidParameterValue", "InvalidParameterValueException",
        "MissingParameter", "MissingRequiredParameterException",
        "SerializationException", "ThrottlingException", "ValidationException",
    ];

    /// <summary>Every way in which an answer to this operation differs from the model.</summary>
    public IReadOnlyList<string> Violations(string operation, Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Status is >= 200 and < 300 ? Successful(operation, exchange) : Failed(operation, exchange);
    }

    /// <summary>
    /// The shape of what stands in the body of a successful answer; where it travels as XML, the name of the element around it.
    /// </summary>
    protected abstract (Shape Shape, string? Wrapper) Answer(string operation);

    /// <summary>An error that this operation may answer, or null where the model has none of that name.</summary>
    protected abstract (StructureShape Shape, int? Status)? Error(string operation, string code);

    private IReadOnlyList<string> Successful(string operation, Exchange exchange)
    {
        var (shape, wrapper) = Answer(operation);
        if (!IsXml(exchange))
        {
            return ShapeCheck.Violations(Json(exchange.Body), shape);
        }

        var root = XDocument.Parse(exchange.Body).Root!;
        return root.Name.LocalName != $"{operation}Response" ? [$"the root element is {root.Name.LocalName}, not {operation}Response"]
            : root.Element(root.Name.Namespace + "ResponseMetadata") is null ? ["ResponseMetadata is missing"]
            : wrapper is null ? []
            : root.Element(root.Name.Namespace + wrapper) is { } result ? ShapeCheck.Violations(XmlAnswer.ToJson(result, shape), shape)
            : [$"{wrapper} is missing"];
    }

    private IReadOnlyList<string> Failed(string operation, Exchange exchange)
    {
        var (code, body) = IsXml(exchange) ? XmlError(exchange) : JsonError(exchange);
        if (code is null)
        {
            return ["the error has no name"];
        }

        if (Error(operation, code) is not { } error)
        {
            return CommonErrors.Contains(code) ? [] : [$"{operation} does not answer {code}"];
        }

        var members = new Dictionary<string, ShapeMember>(error.Shape.Members);
        // Where the name travels, and the text that every error may have whatever its model lists.
        foreach (var name in new[] { "__type", "message", "Message" })
        {
            members.TryAdd(name, new(() => new TextShape(), Required: false));
        }

        var violations = ShapeCheck.Violations(body, new StructureShape(members));
        return error.Status is { } status && status != exchange.Status
            ? [.. violations, $"{code} has the status {exchange.Status}, not {status}"]
            : violations;
    }

    private static (string? Code, JsonElement Body) JsonError(Exchange exchange)
    {
        var body = Json(exchange.Body);
        var code = exchange.Headers.GetValueOrDefault("x-amzn-errortype")
            ?? (body.TryGetProperty("__type", out var type) ? type.GetString() : null);
        return (code?.Split('#')[^1].Split(':')[0], body);
    }

    private static (string? Code, JsonElement Body) XmlError(Exchange exchange)
    {
        var root = XDocument.Parse(exchange.Body).Root!;
        var code = root.Element(root.Name.Namespace + "Error")?.Element(root.Name.Namespace + "Code")?.Value;
        return (code, Json("{}"));
    }

    private static bool IsXml(Exchange exchange) =>
        exchange.Headers.GetValueOrDefault("Content-Type", "").Contains("xml", StringComparison.Ordinal);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text.Length == 0 ? "{}" : text);
}
