using System.Text.Json;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>A member of an OpenAPI document that knows where it stands.</summary>
internal readonly record struct ImportNode(JsonElement Element, string Path)
{
    /// <summary>Whether the member was there.</summary>
    public bool Exists => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The member of that name, which may be absent.</summary>
    public ImportNode this[string name] =>
        new(Exists && Object().TryGetProperty(name, out var member) ? member : default, $"{Path}.{name}");

    /// <summary>Its members, none where it is absent.</summary>
    public IEnumerable<(string Name, ImportNode Value)> Members()
    {
        var path = Path;
        return !Exists
            ? []
            : [.. Object().EnumerateObject().Select(member => (member.Name, new ImportNode(member.Value, $"{path}.{member.Name}")))];
    }

    /// <summary>Its elements, none where it is absent.</summary>
    public IEnumerable<ImportNode> Items()
    {
        var path = Path;
        return !Exists ? []
            : Element.ValueKind != JsonValueKind.Array ? throw Error("must be a list")
            : [.. Element.EnumerateArray().Select((item, index) => new ImportNode(item, $"{path}[{index}]"))];
    }

    /// <summary>Its text; numbers as written.</summary>
    public string Text() => Element.ValueKind switch
    {
        JsonValueKind.String => Element.GetString()!,
        JsonValueKind.Number => Element.GetRawText(),
        JsonValueKind.Undefined => throw Error("is missing"),
        _ => throw Error("must be a text"),
    };

    /// <summary>Its text, or the default where it is absent.</summary>
    public string Text(string orElse) => Exists ? Text() : orElse;

    /// <summary>Its whole number, or the default where it is absent.</summary>
    public int Number(int orElse) =>
        !Exists ? orElse : int.TryParse(Text(), out var number) ? number : throw Error("must be a whole number");

    /// <summary>Its truth value, or the default where it is absent.</summary>
    public bool Flag(bool orElse) => !Exists ? orElse : Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error("must be true or false"),
    };

    /// <summary>Refuses members other than these.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var (name, member) in Members())
        {
            if (!names.Contains(name))
            {
                throw member.Error("is not emulated, or not known to API Gateway");
            }
        }
    }

    /// <summary>An error that says where.</summary>
    public ImportException Error(string problem) => new(Path, problem);

    private JsonElement Object() => Element.ValueKind == JsonValueKind.Object ? Element : throw Error("must be an object");
}
