using CompatGenerator.Writing;

namespace Infra.Tests.Generator;

public sealed class OutputFolderTests : IDisposable
{
    private static readonly GeneratedFile[] Files = [new("A.cs", "one\ntwo\nthree\n"), new("Inputs/B.cs", "b\n")];

    private readonly string root = Directory.CreateTempSubdirectory("generated-").FullName;

    private OutputFolder Folder => new(root, "compat/X");

    [Fact]
    public void What_was_just_written_does_not_differ()
    {
        Assert.Equal(2, Folder.Write(Files));

        Assert.Empty(Folder.Compare(Files));
        Assert.Equal(0, Folder.Write(Files));
    }

    [Fact]
    public void A_changed_line_is_shown_with_its_number_before_and_after()
    {
        Folder.Write(Files);

        var difference = Assert.Single(Folder.Compare([new("A.cs", "one\nTWO\nthree\n"), Files[1]]));

        Assert.Equal("compat/X/A.cs\n  from line 2:\n  - two\n  + TWO", difference);
    }

    [Fact]
    public void A_file_that_is_no_longer_generated_is_reported_and_then_deleted()
    {
        Folder.Write(Files);

        Assert.Contains("Inputs/B.cs", Assert.Single(Folder.Compare([Files[0]])), StringComparison.Ordinal);
        Assert.Equal(1, Folder.Write([Files[0]]));
        Assert.False(File.Exists(Path.Combine(root, "compat", "X", "Inputs", "B.cs")));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
