using Engagement.Definitions.Topics;
using Engagement.Services;

namespace Engagement.Consent;

/// <summary>Shows a reader the choices, and changes nothing: programs that look at the links of a mail open them, too.</summary>
public sealed class SubscriptionsReader(LinkReader links, TopicCatalog topics, IConsents consents)
{
    /// <param name="token">The link's token, which may be anything.</param>
    /// <param name="asked">The language that the link asks for, which may be anything; null when it asks for none.</param>
    /// <param name="accepted">The header <c>Accept-Language</c>; null when there is none.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<ShownPage> ShowAsync(string? token, string? asked, string? accepted, CancellationToken cancellation)
    {
        var language = PageLanguages.Find(topics.Languages, asked, accepted);
        var read = await links.ReadAsync(token, cancellation);
        if (read.Link is not { } link)
        {
            return read.HasKeys ? new(404, SubscriptionsPage.Invalid(language)) : new(503, SubscriptionsPage.Unavailable(language));
        }

        try
        {
            var consent = await consents.FindAsync(link.Address, cancellation);
            return new(200, SubscriptionsPage.Choices(language, link, token!, topics, consent));
        }
        catch (ServiceException)
        {
            // The metric of failed calls tells of it.
            return new(503, SubscriptionsPage.Unavailable(language));
        }
    }
}
