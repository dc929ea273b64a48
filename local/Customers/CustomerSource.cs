using Engagement.Infra.Configuration;

namespace Engagement.Local.Customers;

/// <summary>Where customers come from.</summary>
internal static class CustomerSource
{
    /// <summary>The word for no customers.</summary>
    public const string None = "none";

    /// <summary>The file to read: the one named, the repository's sample where none is, null for none.</summary>
    public static string? File(string? named) => named switch
    {
        null => Path.Combine(RepositoryRoot.Path, "local", "Customers", "customers.csv"),
        None => null,
        _ => Path.GetFullPath(named),
    };
}
