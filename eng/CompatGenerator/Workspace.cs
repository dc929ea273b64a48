using CompatGenerator.Declarations;
using CompatGenerator.Npm;

namespace CompatGenerator;

/// <summary>What generators work with: the repository, the npm packages and the reader of their declarations.</summary>
internal sealed class Workspace
{
    private Workspace(string repositoryRoot)
    {
        RepositoryRoot = repositoryRoot;
        Packages = new NpmPackages(
            Path.Combine(repositoryRoot, "eng", "CompatGenerator", "npm-packages.json"),
            Path.Combine(repositoryRoot, "artifacts", "compat-generator"));
        Declarations = new DeclarationReader(Packages);
    }

    public string RepositoryRoot { get; }

    public NpmPackages Packages { get; }

    public DeclarationReader Declarations { get; }

    /// <summary>A file of the generator's own that is data or a script, copied beside the program.</summary>
    public static string OwnFile(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    public static Workspace Open()
    {
        var start = Directory.GetCurrentDirectory();
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "eng", "CompatGenerator", "npm-packages.json")))
            {
                return new Workspace(folder);
            }
        }

        throw new GeneratorException(
            $"no folder above {start} holds eng/CompatGenerator/npm-packages.json; run it from within the repository");
    }
}
