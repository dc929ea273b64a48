using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.Local.Plans;

/// <summary>
/// Stands for what only AWS knows: a queue's URL, a role's ARN, the account. Programs can do with each value what they do with the real
/// one: split an ARN, parse a URL, write it into JSON. The value is found again in the text that they make of it.
/// </summary>
/// <param name="region">Region of the stack, which is known.</param>
internal sealed partial class References(string region)
{
    /// <summary>The account's number in the program's eyes: twelve digits, like every other.</summary>
    public const string Account = "709170917091";

    /// <summary>Region of the stack.</summary>
    public string Region => region;

    private const string AccountReference = "${aws.accountId}";

    private readonly ConcurrentDictionary<string, (string Type, string Name, string Property)> known = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<(string Type, string Name), string> labels = new Dictionary<(string, string), string>();

    /// <summary>The value of a text property.</summary>
    public string Value(string type, string name, string property) => property switch
    {
        "region" => region,
        _ when property.EndsWith("Url", StringComparison.Ordinal) || property == "url" => $"https://{Mark(type, name, property)}.invalid",
        // The last part of an ARN is what the resource is called, and programs take it for that.
        "arn" => Arn(type, Mark(type, name, "name")),
        _ when property.EndsWith("Arn", StringComparison.Ordinal) => Arn(type, Mark(type, name, property)),
        _ => Mark(type, name, property),
    };

    /// <summary>What the invocation of the provisioning function answers: the id and ARN of what it made, as JSON.</summary>
    public string Provisioned(string type, string name) =>
        $$"""{"id":"{{Mark(type, name, "result.id")}}","arn":"{{Arn("aws:mobiletargeting/:", Mark(type, name, "result.arn"))}}"}""";

    /// <summary>Says what the resources are called in references; before that, each is called by its name.</summary>
    public void Call(IReadOnlyDictionary<(string Type, string Name), string> resources) => labels = resources;

    /// <summary>The text with <c>${name.property}</c> in place of each value that stands for one.</summary>
    public string Resolve(string text) => Placeholder().Replace(text, match =>
    {
        if (match.Groups["mark"] is not { Success: true, Value: var mark })
        {
            return AccountReference;
        }

        var (type, name, property) = known[mark];
        var isArn = match.Groups["arn"].Success;
        return $"${{{labels.GetValueOrDefault((type, name), name)}.{(isArn && property == "name" ? "arn" : property)}}}";
    });

    private string Arn(string type, string mark) => $"arn:aws:{type.Split(':', '/')[1]}:{region}:{Account}:{mark}";

    // Letters and digits alone survive JSON, URLs and names. It is made of what it stands for, so that it is the same on every machine.
    private string Mark(string type, string name, string property)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{name}\n{property}"));
        var mark = $"ref{Convert.ToHexStringLower(hash)[..16]}";
        known[mark] = (type, name, property);
        return mark;
    }

    [
        GeneratedRegex(
            $@"(?<arn>arn:aws:[a-z0-9]+:[a-z0-9-]+:{Account}:)(?<mark>ref[0-9a-f]{{16}})|https://(?<mark>ref[0-9a-f]{{16}})\.invalid|"
                + $@"(?<mark>ref[0-9a-f]{{16}})|{Account}",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Placeholder();
}
