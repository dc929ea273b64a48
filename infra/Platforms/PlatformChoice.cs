namespace Engagement.Infra.Platforms;

/// <summary>The platform that an environment has chosen, its own settings read. Nothing is declared yet.</summary>
/// <param name="Handlers">Handler projects that the platform deploys.</param>
/// <param name="Declare">Declares the platform.</param>
internal sealed record PlatformChoice(IReadOnlyList<string> Handlers, Func<PlatformArgs, IPlatform> Declare);
