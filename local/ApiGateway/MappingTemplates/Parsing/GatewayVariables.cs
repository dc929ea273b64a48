using System.Collections.Frozen;
using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>
/// What <c>$input</c> and <c>$util</c> have ("Mapping template and access logging variable reference", API Gateway developer guide).
/// Checked as a template is read, so that a misspelt one fails the deployment and not the first request.
/// </summary>
internal static class GatewayVariables
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Members = new Dictionary<string, ImmutableArray<string>>
    {
        ["input"] = ["body", "json", "params", "path"],
        ["util"] = ["base64Decode", "base64Encode", "escapeJavaScript", "parseJson", "urlDecode", "urlEncode"],
    }.ToFrozenDictionary();

    /// <summary>Refuses a member that the variable does not have.</summary>
    public static void Check(string variable, ImmutableArray<Accessor> accessors)
    {
        if (accessors.IsEmpty || !Members.TryGetValue(variable, out var members))
        {
            return;
        }

        var name = accessors[0] switch
        {
            MethodAccessor method => method.Name,
            PropertyAccessor property => property.Name,
            _ => "[…]",
        };
        if (!members.Contains(name))
        {
            throw new TemplateException($"${variable} has no member '{name}'; it has {string.Join(", ", members)}", accessors[0].Position);
        }
    }
}
