using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Reads an integration's <c>responses</c>.</summary>
internal static class IntegrationResponseImport
{
    private const string Header = "method.response.header.";

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The responses in the order of the document.</summary>
    /// <exception cref="ImportException">Two have the same status (API Gateway keeps one per status), or one maps what the method does not
    /// declare.</exception>
    public static ImmutableArray<IntegrationResponse> Responses(
        ImportNode node, ImmutableDictionary<string, ImmutableHashSet<string>> declared)
    {
        var taken = new Dictionary<string, string>();
        foreach (var (pattern, response) in node.Members())
        {
            var status = response["statusCode"];
            if (!taken.TryAdd(status.Text(), pattern))
            {
                throw status.Error(
                    $"'{status.Text()}' belongs to '{taken[status.Text()]}' already; API Gateway keeps one integration response per "
                        + "status");
            }

            if (!declared.ContainsKey(status.Text()))
            {
                throw status.Error($"the method declares no response {status.Text()}");
            }
        }

        return [
            .. node.Members().Select(response => Response(response.Name, response.Value, declared[response.Value["statusCode"].Text()]))
        ];
    }

    private static IntegrationResponse Response(string pattern, ImportNode node, ImmutableHashSet<string> declared)
    {
        node.Allow("statusCode", "responseParameters", "responseTemplates", "contentHandling");
        return new()
        {
            Selection = pattern == "default" ? null : Selection(pattern, node),
            StatusCode = node["statusCode"].Number(0),
            Headers = node["responseParameters"].Members().ToImmutableDictionary(
                parameter => HeaderName(parameter.Name, parameter.Value, declared), parameter => ParameterSource.Parse(parameter.Value)),
            Templates = node["responseTemplates"].Members().ToImmutableSortedDictionary(
                template => template.Name, template => IntegrationImport.TemplateOf(template.Value), StringComparer.OrdinalIgnoreCase),
            ConvertsToBinary = node["contentHandling"].Text("CONVERT_TO_TEXT").ToUpperInvariant() switch
            {
                "CONVERT_TO_TEXT" => false,
                "CONVERT_TO_BINARY" => true,
                _ => throw node["contentHandling"].Error("must be CONVERT_TO_TEXT or CONVERT_TO_BINARY"),
            },
        };
    }

    private static Regex Selection(string pattern, ImportNode node)
    {
        try
        {
            return new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (ArgumentException error)
        {
            throw node.Error($"is not a pattern: {error.Message}");
        }
    }

    private static string HeaderName(string name, ImportNode node, ImmutableHashSet<string> declared) =>
        !name.StartsWith(Header, StringComparison.Ordinal) ? throw node.Error($"must begin with {Header}")
        : declared.Contains(name[Header.Length..]) ? name[Header.Length..]
        : throw node.Error("the method's response declares no such header, and API Gateway maps no others");
}
