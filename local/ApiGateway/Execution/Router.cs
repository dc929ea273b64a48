using System.Collections.Immutable;
using Engagement.Local.ApiGateway.Definition;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// Finds the method that a request is for. A literal segment beats a parameter, a parameter beats <c>{proxy+}</c>, a method beats
/// <c>ANY</c>.
/// </summary>
internal static class Router
{
    /// <summary>The method and its path parameters, or null where there is none. A slash at the end does not matter.</summary>
    public static (
        MethodDefinition Method, ImmutableDictionary<string, string> Path)? Find(ApiDefinition api, string httpMethod, string path)
    {
        var segments = Segments(path);
        var candidates = api.Methods
            .Select(method => (Method: method, Match: Match(Segments(method.ResourcePath), segments)))
            .Where(candidate => candidate.Match is not null)
            .ToLookup(candidate => candidate.Match!.Value.Rank);
        var best = candidates.MinBy(group => group.Key, StringComparer.Ordinal)
            ?? Enumerable.Empty<(MethodDefinition Method, (string, ImmutableDictionary<string, string>)? Match)>();
        var chosen = best.FirstOrDefault(candidate => candidate.Method.HttpMethod == httpMethod) is { Method: not null } exact
            ? exact
            : best.FirstOrDefault(candidate => candidate.Method.HttpMethod == "ANY");
        return chosen.Method is null ? null : (chosen.Method, chosen.Match!.Value.Item2);
    }

    private static string[] Segments(string path) => path.Trim('/').Split('/');

    /// <summary>How exactly a resource fits, segment by segment, and what its parameters are; null where it does not fit.</summary>
    private static (string Rank, ImmutableDictionary<string, string> Parameters)? Match(string[] resource, string[] path)
    {
        var rank = "";
        var parameters = ImmutableDictionary.CreateBuilder<string, string>();
        for (var index = 0; index < resource.Length; index++)
        {
            if (index >= path.Length)
            {
                return null;
            }

            var segment = resource[index];
            if (segment.StartsWith('{') && segment.EndsWith("+}", StringComparison.Ordinal))
            {
                parameters[segment[1..^2]] = QueryParameters.Decode(string.Join('/', path[index..]));
                return (rank + "2", parameters.ToImmutable());
            }

            if (segment.StartsWith('{'))
            {
                parameters[segment[1..^1]] = QueryParameters.Decode(path[index]);
                rank += "1";
            }
            else if (segment == QueryParameters.Decode(path[index]))
            {
                rank += "0";
            }
            else
            {
                return null;
            }
        }

        return resource.Length == path.Length ? (rank, parameters.ToImmutable()) : null;
    }
}
