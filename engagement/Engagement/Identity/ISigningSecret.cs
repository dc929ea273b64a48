namespace Engagement.Identity;

/// <summary>Where the signing secret is kept.</summary>
public interface ISigningSecret
{
    /// <returns>The secret's text, see <see cref="Engagement.Identity.SigningKeys.Parse"/>.</returns>
    /// <exception cref="ServiceException">It could not be read.</exception>
    Task<string> ReadAsync(CancellationToken cancellation);
}
