using Engagement.Infra.Configuration;

namespace Engagement.Local.Customers;

/// <summary>Where customers come from.</summary>
internal static class CustomerSource
{
    /// <summary>The word for no customers.</summary>
    public const string None = "none";

    /// <summary>The file to read: the one named, the repository's sample where none is, null for none.</summary>
    /// <exception cref="FormatException">What is named is no file; the message says what it is.</exception>
    public static string? File(string? named) => named switch
    {
        null => Path.Combine(RepositoryRoot.Path, "local", "Customers", "customers.csv"),
        None => null,
        "" => throw Wrong("it names no file"),
        _ when Directory.Exists(named) => throw Wrong($"'{named}' is a folder"),
        _ when !System.IO.File.Exists(named) => throw Wrong($"there is no file '{named}'"),
        _ => Path.GetFullPath(named),
    };

    private static FormatException Wrong(string problem) =>
        new($"--customers: {problem}; name a CSV file of customers, or '{None}' for none.");
}
