using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Cli.Customers.Import;

/// <summary>
/// How far the import of a file has come, for a next run to go on from. It holds positions and numbers, and nothing of a customer.
/// </summary>
internal sealed partial record ImportState
{
    /// <summary>Where the file goes: the name of the customers' table. A file that was half imported elsewhere is not this one.</summary>
    public required string Target { get; init; }

    /// <summary>The file's length, to notice another file of the same name.</summary>
    public required long Length { get; init; }

    /// <summary>When the file was written, for the same, and because rows without a date take it.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>All rows up to this line are surely done.</summary>
    public long Line { get; init; }

    /// <summary>What became of them.</summary>
    public ImportCounts Counts { get; init; } = new(0, 0, 0);

    /// <summary>How many bytes of the report tell of them.</summary>
    public long ReportLength { get; init; }

    /// <summary>Whether the whole file is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>Reads a state; null where there is none.</summary>
    /// <exception cref="JsonException">The file is none.</exception>
    public static ImportState? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ImportStateJson.Default.ImportState) : null;

    /// <summary>Writes it in one step: a process that is killed meanwhile leaves the state before.</summary>
    public void Write(string path)
    {
        var next = $"{path}.next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this, ImportStateJson.Default.ImportState));
        File.Move(next, path, overwrite: true);
    }

    [JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ImportState))]
    private sealed partial class ImportStateJson : JsonSerializerContext;
}
