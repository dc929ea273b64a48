using Engagement.Identity;
using Engagement.Services;

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
            ? throw new ServiceException(ServiceFailure.Denied, "Secrets Manager: AccessDeniedException")
            : Task.FromResult(Text);
    }
}
