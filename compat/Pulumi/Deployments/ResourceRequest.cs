using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource to register or read, with everything that it waited for.</summary>
internal sealed record ResourceRequest(
    string Type, string Name, string Id, string ParentUrn, string Provider, ImmutableDictionary<string, object> Inputs);
