using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>What the function answers: <c>{"id":"…","arn":"…"}</c>.</summary>
/// <param name="Id">Pinpoint's id.</param>
/// <param name="Arn">The ARN; of what is gone, empty.</param>
public sealed record ProvisionedResource(
    // Said here because Lambda's serializer does not keep a context's naming policy.
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("arn")] string Arn);
