using System.Collections.Frozen;
using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>
/// What <c>$input</c> and <c>$util</c> have ("Mapping template and access logging variable reference", API Gateway developer guide).
/// Checked as a template is read, so that a misspelt member fails the deployment and not the first request.
/// </summary>
internal static class GatewayVariables
{
    private static readonly FrozenDictionary<string, (
        ImmutableArray<string> Supported,
        ImmutableArray<string> Others)> Members = new Dictionary<string, (ImmutableArray<string>, ImmutableArray<string>)>
        {
            ["input"] = (["params", "body"], ["json", "path"]),
            ["util"] = (["urlEncode"], ["base64Decode", "base64Encode", "escapeJavaScript", "parseJson", "urlDecode"]),
        }.ToFrozenDictionary();

    // Velocity's own, inside a loop.
    private static readonly FrozenSet<string> Unsupported = FrozenSet.Create("foreach", "velocityCount", "velocityHasNext");

    /// <summary>Refuses a variable or a member that this evaluator does not have.</summary>
    /// <param name="variable">The variable, without <c>$</c>.</param>
    /// <param name="accessors">What is asked of it.</param>
    /// <param name="position">Where.</param>
    public static void Check(string variable, ImmutableArray<Accessor> accessors, TemplatePosition position)
    {
        if (Unsupported.Contains(variable))
        {
            throw new TemplateException($"${variable} is not supported by the local gateway", position);
        }

        if (accessors.IsEmpty || !Members.TryGetValue(variable, out var members))
        {
            return;
        }

        var name = accessors[0] is MethodAccessor method ? method.Name : ((PropertyAccessor)accessors[0]).Name;
        if (!members.Supported.Contains(name))
        {
            throw new TemplateException(
                members.Others.Contains(name)
                    ? $"${variable}.{name} is not supported by the local gateway, which has "
                        + string.Join(" and ", members.Supported.Select(each => $"${variable}.{each}"))
                    : $"${variable} has no member '{name}'; it has "
                        + $"{string.Join(", ", members.Others.AddRange(members.Supported).Order(StringComparer.Ordinal))}",
                accessors[0].Position);
        }
    }
}
