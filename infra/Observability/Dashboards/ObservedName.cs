namespace Engagement.Infra.Observability.Dashboards;

/// <summary>A resource under its name in the program, which people know, and its name in AWS, which metrics bear.</summary>
/// <param name="Logical">Such as <c>pixel-queue</c>.</param>
/// <param name="Physical">Such as <c>pixel-queue-3f2a91c</c>.</param>
internal sealed record ObservedName(string Logical, string Physical);
