using System.Text.Json;

namespace Engagement.Rendering;

/// <summary>
/// What a template can name: the members of the endpoint as the API shows them, so <c>Address</c>, <c>Attributes.[name].[0]</c>,
/// <c>User.UserId</c>, <c>User.UserAttributes.[name].[0]</c> and so on.
/// </summary>
public static class TemplateVariables
{
    /// <summary>The variables of an endpoint.</summary>
    /// <param name="endpoint">The endpoint as JSON, as GetEndpoint answers it or a hook changed it.</param>
    /// <param name="defaults">
    /// A template's DefaultSubstitutions: a JSON object of values by variable, such as <c>{"User.UserAttributes.name": "customer"}</c>;
    /// objects within it name variables too. A default counts where the endpoint has no value or an empty one.
    /// </param>
    /// <exception cref="RenderingException">
    /// The endpoint is none: a function answered an attribute that is no list of texts, or a metric that is no number.
    /// </exception>
    public static IReadOnlyDictionary<string, object?> Create(JsonElement endpoint, string? defaults)
    {
        Check(endpoint);
        var variables = Object(endpoint);
        if (defaults is not null)
        {
            using var document = JsonDocument.Parse(defaults);
            Apply(variables, document.RootElement);
        }

        return variables;
    }

    private static void Check(JsonElement endpoint)
    {
        Check(endpoint, "Attributes", IsTexts, "no list of texts");
        Check(endpoint, "Metrics", value => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()), "no number");
        if (endpoint.TryGetProperty("User", out var user) && user.ValueKind == JsonValueKind.Object)
        {
            Check(user, "UserAttributes", IsTexts, "no list of texts");
        }
    }

    private static void Check(JsonElement holder, string member, Func<JsonElement, bool> isFit, string fault)
    {
        if (!holder.TryGetProperty(member, out var values) || values.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (values.ValueKind != JsonValueKind.Object
            || values.EnumerateObject().Any(each => each.Value.ValueKind != JsonValueKind.Null && !isFit(each.Value)))
        {
            throw new RenderingException($"A value of '{member}' is {fault}.");
        }
    }

    private static bool IsTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null);

    private static void Apply(Dictionary<string, object?> variables, JsonElement defaults)
    {
        foreach (var (name, value) in defaults.EnumerateObject().Select(member => (member.Name, member.Value)))
        {
            string[] path = [.. name.Split('.').Select(part => part.Trim('[', ']')).Where(part => part != "0")];
            var holder = variables;
            foreach (var part in path.SkipLast(1))
            {
                holder = Below(holder, part);
            }

            if (value.ValueKind == JsonValueKind.Object)
            {
                Apply(Below(holder, path[^1]), value);
            }
            else if (holder.GetValueOrDefault(path[^1]) is null or "" or AttributeValues { IsEmpty: true })
            {
                holder[path[^1]] = path is ["Attributes", _] or ["User", "UserAttributes", _]
                    || holder.GetValueOrDefault(path[^1]) is AttributeValues
                    ? new AttributeValues([Value(value)])
                    : Value(value);
            }
        }
    }

    private static Dictionary<string, object?> Below(Dictionary<string, object?> holder, string name)
    {
        if (holder.GetValueOrDefault(name) is not Dictionary<string, object?> below)
        {
            holder[name] = below = new Dictionary<string, object?>(StringComparer.Ordinal);
        }

        return below;
    }

    private static Dictionary<string, object?> Object(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value), StringComparer.Ordinal);

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => new AttributeValues([.. element.EnumerateArray().Select(item => Value(item) ?? "")]),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => element.GetDouble(),
    };
}
