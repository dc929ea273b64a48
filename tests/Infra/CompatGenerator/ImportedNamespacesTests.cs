using System.Text.RegularExpressions;
using CompatGenerator;
using CompatGenerator.PulumiAws;
using Engagement.Infra.Configuration;

namespace Infra.Tests.Generator;

/// <summary>
/// A stand-in that lacks a type hides a clash of names until a build against the published package. So every namespace that code outside
/// <c>compat/</c> imports holds all public names of the published one, and the compiler does the rest.
/// </summary>
public sealed partial class ImportedNamespacesTests
{
    private static readonly string[] Folders = ["benchmarks", "eng", "handlers", "infra", "local", "tests"];

    [Fact]
    public void Every_namespace_of_Pulumi_Aws_that_is_imported_has_all_its_names()
    {
        var imported = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Import().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();

        var list = PulumiAwsList.Read(Workspace.OwnFile("PulumiAws", "pulumi-aws.yaml"));
        Assert.Empty(imported.Except(list.Imported));
    }

    [GeneratedRegex(@"^(?:global )?using (Pulumi\.Aws(?:\.\w+)*);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Import();
}
