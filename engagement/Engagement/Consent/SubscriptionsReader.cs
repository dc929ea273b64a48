using Engagement.Definitions.Topics;
using Engagement.Services;

namespace Engagement.Consent;

/// <summary>Shows a reader the choices, and changes nothing: programs that look at the links of a mail open them, too.</summary>
public sealed class SubscriptionsReader(LinkReader links, TopicCatalog topics, IConsents consents)
{
    /// <param name="token">The link's token, which may be anything.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<ShownPage> ShowAsync(string? token, CancellationToken cancellation)
    {
        var read = await links.ReadAsync(token, cancellation);
        if (read.Link is not { } link)
        {
            return read.HasKeys ? new(404, SubscriptionsPage.Invalid) : new(503, SubscriptionsPage.Unavailable);
        }

        try
        {
            var consent = await consents.FindAsync(link.Address, cancellation);
            return new(200, SubscriptionsPage.Choices(link, token!, topics, consent));
        }
        catch (ServiceException)
        {
            // The metric of failed calls tells of it.
            return new(503, SubscriptionsPage.Unavailable);
        }
    }
}
