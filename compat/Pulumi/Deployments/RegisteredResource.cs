using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource as the engine knows it; the state holds sent values.</summary>
internal sealed record RegisteredResource(string Urn, string Id, ImmutableDictionary<string, object> State);
