namespace Engagement.Infra.Configuration;

/// <summary>How functions are built, and so what Lambda runs them with.</summary>
internal sealed record HandlerPackaging
{
    private HandlerPackaging()
    {
    }

    /// <summary>One assembly for every processor, compiled while it runs.</summary>
    public static HandlerPackaging Managed { get; } = new() { Name = "managed", Runtime = DotNet };

    /// <summary>The same, with machine code beside it, so that it starts faster.</summary>
    public static HandlerPackaging ReadyToRun { get; } = new() { Name = "readyToRun", Runtime = DotNet };

    /// <summary>A program for Lambda's operating system alone, which starts fastest.</summary>
    public static HandlerPackaging Aot { get; } = new() { Name = "aot", Runtime = "provided.al2023", Executable = "bootstrap" };

    public static IReadOnlyList<HandlerPackaging> All { get; } = [Managed, ReadyToRun, Aot];

    private static string DotNet => "dotnet10";

    /// <summary>As in the setting and in <c>infra/PublishHandlers.targets</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Lambda's identifier of the runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>Name of the program; null where it is an assembly, named after its handler.</summary>
    public string? Executable { get; private init; }

    /// <summary>The packaging of that name, or managed where there is none.</summary>
    public static HandlerPackaging Parse(string name) => All.FirstOrDefault(packaging => packaging.Name == name) ?? Managed;

    /// <summary>What the function's setting <c>handler</c> says.</summary>
    public string EntryPoint(string handler) => Executable ?? handler;

    /// <summary>The file that a published artifact cannot be without.</summary>
    public string EntryFile(string handler) => Executable ?? $"{handler}.dll";

    /// <summary>
    /// Folder below <c>artifacts</c> that the build publishes to; one assembly serves every processor, machine code one alone.
    /// </summary>
    public string Folder(string architecture) => this == Managed ? "handlers" : $"handlers.{Name}-{architecture}";
}
