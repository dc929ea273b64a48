using System.Reflection;
using System.Xml.Linq;

namespace Arrows;

/// <summary>
/// A project of the product: its folder below the repository's root, its compiled code, and the namespace of its root folder.
/// </summary>
internal sealed record Project(string Folder, Assembly Assembly, string RootNamespace)
{
    public static Project Read(string root, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return new(folder, Assembly.Load(name), XDocument.Load(file).Descendants("RootNamespace").FirstOrDefault()?.Value ?? name);
    }

    /// <summary>
    /// The folder of a type, one level below the project's; null for what the compiler adds. Namespaces follow folders here.
    /// </summary>
    public string? FolderOf(Type type) => Outermost(type) switch
    {
        { Namespace: null } outer => outer.Name.Contains('<', StringComparison.Ordinal) ? null : Folder,
        { Namespace: var space } when space == RootNamespace => Folder,
        { Namespace: var space } when space.StartsWith(RootNamespace + ".", StringComparison.Ordinal) =>
            $"{Folder}/{space[(RootNamespace.Length + 1)..].Split('.')[0]}",
        _ => null,
    };

    // What the compiler makes of a lambda or an asynchronous method is nested in the type that has it.
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
