using RecordPixelEvents.Secrets;

namespace Handlers.Tests.Recording;

/// <summary>A signing secret that can be rotated and made unavailable.</summary>
internal sealed class FakeSecret : ISigningSecret
{
    public string? Text { get; set; } = $$"""{"current":"{{Pixel.Rules.Key}}"}""";

    public int Reads { get; private set; }

    public Task<string> ReadAsync(CancellationToken cancellation)
    {
        Reads++;
        return Text is null
            ? throw new SigningSecretUnavailableException("Secrets Manager: AccessDeniedException", new InvalidOperationException())
            : Task.FromResult(Text);
    }
}
