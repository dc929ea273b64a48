using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Infra.Gtm.Export;

/// <summary>The export as text: the same on every machine, and readable, because people look into it before they import it.</summary>
[JsonSerializable(typeof(ContainerExport))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    private static readonly ExportJson Readable = new(new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It goes to a file and never into HTML: an & of an image URL may stay an &.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Text(ContainerExport export) => JsonSerializer.Serialize(export, Readable.ContainerExport);
}
