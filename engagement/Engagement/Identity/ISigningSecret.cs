namespace RecordPixelEvents.Secrets;

/// <summary>Where the signing secret is kept.</summary>
internal interface ISigningSecret
{
    /// <returns>The secret's text, see <see cref="Engagement.Identity.SigningKeys.Parse"/>.</returns>
    /// <exception cref="SigningSecretUnavailableException">It could not be read.</exception>
    Task<string> ReadAsync(CancellationToken cancellation);
}
