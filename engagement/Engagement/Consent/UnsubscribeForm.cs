using System.Text.RegularExpressions;
using Engagement.Customers;
using Engagement.Definitions.Topics;

namespace Engagement.Consent;

/// <summary>
/// What the body of a request says. A mail program's button sends <c>List-Unsubscribe=One-Click</c>, as a form or as
/// <c>multipart/form-data</c> (RFC 8058, section 3.2). The page sends a form:
/// <list type="bullet">
/// <item><c>do=stop</c>: no more messages of the link's topic.</item>
/// <item><c>do=none</c>: no more of any topic, those that do not exist yet included.</item>
/// <item><c>do=save</c>: of the topics named by <c>shown</c>, those named by <c>wants</c>.</item>
/// </list>
/// </summary>
internal static partial class UnsubscribeForm
{
    public const string Action = "do";
    public const string Stop = "stop";
    public const string None = "none";
    public const string Save = "save";
    public const string Shown = "shown";
    public const string Wants = "wants";

    private const string Header = "List-Unsubscribe";
    private const string OneClick = "One-Click";

    /// <summary>The choices of a request; empty when its body says none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="link">The link that the request came by.</param>
    /// <param name="topics">The topics that there are; a choice of another is not one.</param>
    /// <param name="stamp">When, and which request.</param>
    public static IReadOnlyList<ConsentChoice> Read(string body, UnsubscribeLink link, TopicCatalog topics, UpdateStamp stamp)
    {
        if (MultipartOneClick().IsMatch(body))
        {
            return [new(link.Topic, Wants: false, stamp)];
        }

        var fields = FormFields.Read(body.Trim());
        return (fields?[Header].Contains(OneClick, StringComparer.Ordinal) == true ? Stop : fields?[Action].FirstOrDefault()) switch
        {
            Stop => [new(link.Topic, Wants: false, stamp)],
            None => [new(Topic: null, Wants: false, stamp)],
            Save => [.. fields![Shown].Where(name => topics.Find(name) is not null).Distinct(StringComparer.Ordinal)
                .Select(name => new ConsentChoice(name, fields[Wants].Contains(name, StringComparer.Ordinal), stamp))],
            _ => [],
        };
    }

    [GeneratedRegex(
        @"^--[^\r\n]{1,200}\r?\n(?:[^\r\n]+\r?\n)*?content-disposition:[^\r\n]*name=""?List-Unsubscribe""?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MultipartOneClick();
}
