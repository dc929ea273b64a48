using System.Text.Json.Serialization.Metadata;
using Engagement.Pinpoint.Provisioning;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>A type of resource that the provisioner makes.</summary>
/// <param name="Component">The last part of the component's type token, which URNs hold.</param>
/// <param name="Name">One of <see cref="ResourceTypes"/>.</param>
/// <param name="Json">Writes what declares one.</param>
internal sealed record PinpointResourceType<T>(string Component, string Name, JsonTypeInfo<T> Json);
