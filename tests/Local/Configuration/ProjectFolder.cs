using Engagement.Local.Configuration;

namespace Local.Tests.Configuration;

/// <summary>A Pulumi project of settings files alone.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("project-");

    public ProjectFolder(string? project = null, string? stack = null)
    {
        if (project is not null)
        {
            Write("Pulumi.yaml", $"name: shop\nruntime: dotnet\n{project}");
        }

        if (stack is not null)
        {
            Write("Pulumi.dev.yaml", stack);
        }
    }

    public void Write(string file, string text)
    {
        var path = At(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(At(file), bytes);

    public string At(string file) => Path.Combine(folder.FullName, file);

    public StackConfiguration Read(string stack = "dev") =>
        StackConfiguration.Read(folder.FullName, stack, key => $"stand-in-of-{key.Replace(':', '-')}");

    /// <summary>What is said of it where it cannot be read.</summary>
    public string Refusal(string stack = "dev") => Assert.Throws<FormatException>(() => Read(stack)).Message;

    public void Dispose() => folder.Delete(recursive: true);
}
