using System.Net;
using System.Text.RegularExpressions;

namespace Engagement.Sending;

/// <summary>
/// The line at the end of a marketing message by which its reader unsubscribes. Templates do not hold it, because it is another for each
/// reader, and no template may lack it.
/// </summary>
public static partial class UnsubscribeNotice
{
    /// <summary>The message with the line: in the HTML before the end of the body, in the text at the end.</summary>
    /// <param name="email">The message.</param>
    /// <param name="link">Where the link leads.</param>
    /// <param name="words">What the link says.</param>
    public static RenderedEmail AddTo(RenderedEmail email, string link, string words) => email with
    {
        Html = Insert(email.Html, Paragraph(link, words)),
        Text = $"{email.Text.TrimEnd()}\n\n{words}: {link}\n",
    };

    private static string Paragraph(string link, string words) =>
        $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(words)}</a></p>";

    private static string Insert(string html, string paragraph)
    {
        var at = EndOfBody().Matches(html).LastOrDefault()?.Index ?? EndOfHtml().Matches(html).LastOrDefault()?.Index ?? html.Length;
        return html.Insert(at, paragraph);
    }

    [GeneratedRegex(@"</body\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfBody();

    [GeneratedRegex(@"</html\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfHtml();
}
