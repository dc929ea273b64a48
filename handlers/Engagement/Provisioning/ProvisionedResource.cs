namespace Engagement.Provisioning;

/// <summary>What the function answers: <c>{"id":"…","arn":"…"}</c>.</summary>
/// <param name="Id">Pinpoint's id.</param>
/// <param name="Arn">The ARN; of what is gone, empty.</param>
public sealed record ProvisionedResource(string Id, string Arn);
