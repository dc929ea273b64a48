using System;

namespace Pulumi;

/// <summary>A file or a set of files that a resource uploads.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>A path, a URI, a text, or the entries of an archive, by kind.</summary>
    internal object Value { get; }
}
