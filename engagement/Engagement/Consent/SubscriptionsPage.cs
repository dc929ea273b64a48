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
    /// <param name="link">The link that the reader came by.</param>
    /// <param name="token">Its token, to which the form goes.</param>
    /// <param name="topics">The topics that there are.</param>
    /// <param name="consent">What the reader chose before.</param>
    public static string Choices(UnsubscribeLink link, string token, TopicCatalog topics, AddressConsent consent)
    {
        var page = new StringBuilder(
            $"<form method=\"post\" action=\"?{UnsubscribeLinks.TokenParameter}={Html(token)}\"><h1>E-mails to you</h1>");
        if (consent.Wants(link.Topic))
        {
            page.Append(Button(UnsubscribeForm.Stop, $"Unsubscribe from: {DescriptionOf(link.Topic, topics)}"));
        }
        else
        {
            page.Append("<p>You have unsubscribed from these e-mails.</p>");
        }

        page.Append("<fieldset><legend>I want e-mails with</legend>");
        foreach (var topic in topics.Marketing)
        {
            page.Append(Choice(topic, consent.Wants(topic.Name)));
        }

        page.Append(Button(UnsubscribeForm.Save, "Save my choice")).Append("</fieldset>");
        page.Append(Button(UnsubscribeForm.None, "Unsubscribe from everything"));
        page.Append("<p>E-mails that belong to what you have ordered or arranged with us still come.</p></form>");
        return Page("E-mails to you", page.ToString());
    }

    /// <summary>For a link that this stack has not made.</summary>
    public static string Invalid => Page(
        "This link is not valid",
        "<h1>This link is not valid</h1><p>Please open the whole link from the e-mail again, or reply to the e-mail.</p>");

    /// <summary>For a reader who came at a bad time.</summary>
    public static string Unavailable => Page(
        "Please try again later",
        "<h1>Please try again later</h1><p>Your choices cannot be shown right now. Nothing has changed.</p>");

    private static string DescriptionOf(string name, TopicCatalog topics) =>
        topics.Find(name)?.Description is { Length: > 0 } text ? text : name;

    private static string Choice(Topic topic, bool isWanted) =>
        $"<input type=\"hidden\" name=\"{UnsubscribeForm.Shown}\" value=\"{Html(topic.Name)}\">"
            + $"<label><input type=\"checkbox\" name=\"{UnsubscribeForm.Wants}\" value=\"{Html(topic.Name)}\""
            + $"{(isWanted ? " checked" : "")}> "
            + $"{Html(topic.Description)}</label>";

    private static string Button(string value, string words) =>
        $"<p><button name=\"{UnsubscribeForm.Action}\" value=\"{value}\">{Html(words)}</button></p>";

    private static string Page(string title, string main) =>
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<meta name=\"robots\" content=\"noindex\"><title>{Html(title)}</title><style>{Style}</style></head>"
            + $"<body><main>{main}</main></body></html>\n";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
