using System.Reflection;

namespace Arrows;

/// <summary>The projects of the product, and the arrows between their folders.</summary>
internal sealed class Projects
{
    private static readonly string[] Tops = ["cli", "engagement", "handlers", "infra", "local"];
    private readonly Dictionary<Assembly, Project> byAssembly;

    private Projects(IEnumerable<Project> projects) => byAssembly = projects.ToDictionary(project => project.Assembly);

    public IEnumerable<Project> All => byAssembly.Values.OrderBy(project => project.Folder, StringComparer.Ordinal);

    public static Projects Read()
    {
        var root = Root();
        var files = Tops.SelectMany(top => Directory.EnumerateFiles(Path.Combine(root, top), "*.csproj", SearchOption.AllDirectories));
        return new(files.Select(file => Project.Read(root, file)));
    }

    /// <summary>Every arrow between two folders, in order.</summary>
    public IReadOnlyList<Arrow> Arrows() =>
    [
        .. Uses()
            .Select(use => use.Arrow)
            .Distinct()
            .OrderBy(arrow => arrow.From, StringComparer.Ordinal)
            .ThenBy(arrow => arrow.To, StringComparer.Ordinal),
    ];

    /// <summary>What makes an arrow: the types of its first folder, each with the types of the second that it uses.</summary>
    public IEnumerable<string> Reasons(Arrow arrow) =>
        Uses()
            .Where(use => use.Arrow == arrow)
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName ?? use.Used.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal);

    private IEnumerable<(Arrow Arrow, Type User, Type Used)> Uses() =>
        from user in byAssembly.Keys.SelectMany(assembly => assembly.GetTypes())
        let folder = FolderOf(user)
        where folder is not null
        from used in UsedTypes.From(user)
        let other = FolderOf(used)
        where other is not null && other != folder
        select (new Arrow(folder, other), user, used);

    private string? FolderOf(Type type) => byAssembly.TryGetValue(type.Assembly, out var project) ? project.FolderOf(type) : null;

    private static string Root()
    {
        var folder = Directory.GetCurrentDirectory();
        while (!File.Exists(Path.Combine(folder, "Stack.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No folder above holds Stack.sln: run this inside the repository.");
        }

        return folder;
    }
}
