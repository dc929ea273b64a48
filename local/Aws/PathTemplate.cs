namespace Engagement.Local.Aws;

/// <summary>The path of a REST operation, with parameters in braces, such as <c>/v1/apps/{application-id}/events</c>.</summary>
internal sealed class PathTemplate(string path)
{
    private readonly string[] template = Segments(path);

    /// <summary>The parts of a path between its slashes; one slash at the end makes no difference.</summary>
    public static string[] Segments(string path) => path.Trim('/').Split('/');

    /// <summary>The decoded parameters where the path is this one, otherwise null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != template.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (expected, actual) in template.Zip(path))
        {
            if (expected is ['{', .. var name, '}'])
            {
                parameters[name] = Uri.UnescapeDataString(actual);
            }
            else if (expected != actual)
            {
                return null;
            }
        }

        return parameters;
    }
}
