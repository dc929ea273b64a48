namespace Engagement.Local.Cloud;

/// <summary>What a deployment came to: resources, components aside.</summary>
/// <param name="Created">Resources that were not there.</param>
/// <param name="Updated">Resources changed in place.</param>
/// <param name="Replaced">Resources in whose place there is another now.</param>
/// <param name="Deleted">Resources that the program no longer declares.</param>
/// <param name="Unchanged">Resources left alone.</param>
internal sealed record DeploymentSummary(int Created, int Updated, int Replaced, int Deleted, int Unchanged);
