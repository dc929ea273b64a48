namespace Conformance.Tests.Tools;

/// <summary>Programs that are not part of the .NET SDK and have to be on the PATH.</summary>
internal static class Executable
{
    /// <summary>Full path of a program.</summary>
    /// <param name="name">As it is called on a command line.</param>
    /// <param name="package">What to install where it is missing.</param>
    /// <exception cref="FileNotFoundException">It is not on the PATH.</exception>
    public static string Find(string name, string package) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from ending in OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd" } : [""]
         let file = Path.Combine(folder, name + ending)
         where File.Exists(file)
         select file).FirstOrDefault()
        ?? throw new FileNotFoundException(
            $"'{name}' is not on the PATH; these tests need it: install {package}, for example 'apt-get install "
                + $"{name switch { "aws" => "awscli", "node" => "nodejs", _ => name }}'.");
}
