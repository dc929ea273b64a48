using Engagement.Definitions;

namespace Engagement.Infra.Platforms;

/// <summary>The platform that an environment has chosen, its own settings read. Nothing is declared yet.</summary>
/// <param name="Handlers">Handler projects that the platform deploys.</param>
/// <param name="Limits">How much of the definitions the platform takes.</param>
/// <param name="Declare">Declares the platform.</param>
internal sealed record PlatformChoice(IReadOnlyList<string> Handlers, PlatformLimits Limits, Func<PlatformArgs, IPlatform> Declare);
