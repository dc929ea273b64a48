using System.Collections.Immutable;
using Engagement.Local.ApiGateway.Definition;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>Works out mapped parameters.</summary>
internal static class ParameterMapping
{
    /// <summary>The mapped parameters that have a value.</summary>
    /// <param name="mappings">Sources by name.</param>
    /// <param name="invocation">The request.</param>
    /// <param name="response">Headers that the integration answered, where it has.</param>
    public static Dictionary<string, string> Resolve(
        ImmutableDictionary<string, ParameterSource> mappings, Invocation invocation,
        IReadOnlyDictionary<string, string>? response = null) => mappings
        .Select(mapping => (mapping.Key, Value: Value(mapping.Value, invocation, response)))
        .Where(mapping => !string.IsNullOrEmpty(mapping.Value))
        .ToDictionary(mapping => mapping.Key, mapping => mapping.Value!, StringComparer.OrdinalIgnoreCase);

    private static string? Value(ParameterSource source, Invocation invocation, IReadOnlyDictionary<string, string>? response) =>
        source.Kind switch
        {
            SourceKind.Static => source.Name,
            SourceKind.RequestHeader => invocation.Request.Header(source.Name),
            SourceKind.RequestPath => invocation.Path.GetValueOrDefault(source.Name),
            SourceKind.RequestQuery => invocation.Query.FirstOrDefault(parameter => parameter.Key == source.Name).Value,
            SourceKind.Context => invocation.Variables.GetValueOrDefault(source.Name),
            SourceKind.StageVariable => invocation.Stage.Variables.GetValueOrDefault(source.Name),
            _ => response?.GetValueOrDefault(source.Name),
        };
}
