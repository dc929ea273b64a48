using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>Reads query strings and path segments as API Gateway hands them on: decoded.</summary>
internal static class QueryParameters
{
    /// <summary>
    /// Parameters in the order in which their names first come; of several values of a name the last counts, as in <c>$input.params()</c>.
    /// <c>+</c> is a blank. A <c>%</c> without two hexadecimal digits stays as it is (what AWS does with one is not documented).
    /// </summary>
    public static ImmutableArray<KeyValuePair<string, string>> Parse(string query)
    {
        var parameters = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Pairs(query))
        {
            parameters[name] = value;
        }

        return [.. parameters];
    }

    /// <summary>All parameters in their order, several of a name included.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string query)
    {
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var separator = part.IndexOf('=', StringComparison.Ordinal);
            var name = separator < 0 ? part : part[..separator];
            yield return new(Decode(name.Replace('+', ' ')), separator < 0 ? "" : Decode(part[(separator + 1)..].Replace('+', ' ')));
        }
    }

    /// <summary>Undoes percent-encoding; bytes that are not UTF-8 become U+FFFD.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        var source = Encoding.UTF8.GetBytes(text);
        for (var index = 0; index < source.Length; index++)
        {
            if (source[index] == '%' && index + 2 < source.Length
                && byte.TryParse(source.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                index += 2;
            }
            else
            {
                bytes.Add(source[index]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
