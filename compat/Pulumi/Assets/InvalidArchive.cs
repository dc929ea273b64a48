using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Stands where an archive was expected and something else arrived.</summary>
internal sealed class InvalidArchive() : Archive(ImmutableDictionary<string, AssetOrArchive>.Empty);
