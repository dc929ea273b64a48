namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Where a mapped parameter's value comes from.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Name">A parameter's, header's or variable's name; the value itself for <see cref="SourceKind.Static"/>.</param>
internal sealed record ParameterSource(SourceKind Kind, string Name)
{
    private static readonly (string Prefix, SourceKind Kind)[] Prefixes =
    [
        ("method.request.header.", SourceKind.RequestHeader),
        ("method.request.path.", SourceKind.RequestPath),
        ("method.request.querystring.", SourceKind.RequestQuery),
        ("integration.response.header.", SourceKind.ResponseHeader),
        ("context.", SourceKind.Context),
        ("stageVariables.", SourceKind.StageVariable),
    ];

    /// <summary>
    /// Reads a mapping expression: <c>'text'</c>, <c>method.request.…</c>, <c>integration.response.header.…</c>, <c>context.…</c> or
    /// <c>stageVariables.…</c>.
    /// </summary>
    /// <exception cref="ImportException">It is none of these.</exception>
    public static ParameterSource Parse(ImportNode node)
    {
        var expression = node.Text();
        if (expression.Length >= 2 && expression[0] == '\'' && expression[^1] == '\'')
        {
            return new(SourceKind.Static, expression[1..^1]);
        }

        var (prefix, kind) = Prefixes.FirstOrDefault(candidate => expression.StartsWith(candidate.Prefix, StringComparison.Ordinal));
        return prefix is not null && expression.Length > prefix.Length
            ? new(kind, expression[prefix.Length..])
            : throw node.Error($"'{expression}' is not a mapping expression that is emulated; a text stands in single quotes");
    }
}

/// <summary>Where a mapped parameter's value comes from.</summary>
internal enum SourceKind
{
    Static,
    RequestHeader,
    RequestPath,
    RequestQuery,
    ResponseHeader,
    Context,
    StageVariable,
}
