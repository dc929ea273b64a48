using System.Net;
using System.Text;
using Engagement.Definitions.Topics;

namespace Engagement.Consent;

/// <summary>
/// The page on which a reader chooses, as HTML without scripts. It needs no login, and changes nothing: what the reader presses sends a
/// form. It shows neither the address nor the customer.
/// </summary>
internal static class SubscriptionsPage
{
    private const string Style =
        "body{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
            + "fieldset{border:1px solid #767676;margin:2rem 0}label{display:block;padding:.5rem 0}"
            + "button{font:inherit;padding:.6rem 1rem;margin:.5rem 0}";

    /// <summary>The choices of a reader, as they are.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="link">The link that the reader came by.</param>
    /// <param name="token">Its token, to which the form goes.</param>
    /// <param name="topics">The topics that there are.</param>
    /// <param name="consent">What the reader chose before.</param>
    public static string Choices(
        PageLanguage language, UnsubscribeLink link, string token, TopicCatalog topics, AddressConsent consent)
    {
        var page = new StringBuilder(
            $"<form method=\"post\" action=\"?{UnsubscribeLinks.TokenParameter}={Html(token)}\"><h1>{Html(language.Title)}</h1>");
        page.Append(consent.Wants(link.Topic)
            ? Button(UnsubscribeForm.Stop, WordsOfStop(language, link.Topic, topics))
            : $"<p>{Html(language.Stopped)}</p>");
        page.Append($"<fieldset><legend>{Html(language.Choose)}</legend>");
        foreach (var topic in topics.Marketing)
        {
            page.Append(Choice(topic.Name, DescriptionOf(language, topic.Name, topics), consent.Wants(topic.Name)));
        }

        page.Append(Button(UnsubscribeForm.Save, language.Save)).Append("</fieldset>");
        page.Append(Button(UnsubscribeForm.None, language.None));
        page.Append($"<p>{Html(language.Remaining)}</p></form>");
        return Page(language, language.Title, page.ToString());
    }

    /// <summary>For a link that this stack has not made.</summary>
    public static string Invalid(PageLanguage language) => Told(language, language.Invalid, language.InvalidHelp);

    /// <summary>For a reader who came at a bad time.</summary>
    public static string Unavailable(PageLanguage language) => Told(language, language.Unavailable, language.UnavailableHelp);

    private static string Told(PageLanguage language, string title, string help) =>
        Page(language, title, $"<h1>{Html(title)}</h1><p>{Html(help)}</p>");

    private static string WordsOfStop(PageLanguage language, string topic, TopicCatalog topics) =>
        language.Stop.Replace(PageLanguage.TopicPlace, DescriptionOf(language, topic, topics), StringComparison.Ordinal);

    private static string DescriptionOf(PageLanguage language, string name, TopicCatalog topics) =>
        language.Topics.GetValueOrDefault(name) ?? (topics.Find(name)?.Description is { Length: > 0 } text ? text : name);

    private static string Choice(string topic, string description, bool isWanted) =>
        $"<input type=\"hidden\" name=\"{UnsubscribeForm.Shown}\" value=\"{Html(topic)}\">"
            + $"<label><input type=\"checkbox\" name=\"{UnsubscribeForm.Wants}\" value=\"{Html(topic)}\""
            + $"{(isWanted ? " checked" : "")}> "
            + $"{Html(description)}</label>";

    private static string Button(string value, string words) =>
        $"<p><button name=\"{UnsubscribeForm.Action}\" value=\"{value}\">{Html(words)}</button></p>";

    private static string Page(PageLanguage language, string title, string main) =>
        $"<!DOCTYPE html><html lang=\"{Html(language.Tag)}\" dir=\"{PageLanguages.DirectionOf(language)}\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + $"<meta name=\"robots\" content=\"noindex\"><title>{Html(title)}</title><style>{Style}</style></head>"
            + $"<body><main>{main}</main></body></html>\n";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
