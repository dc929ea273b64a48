using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Engagement.Infra.Gtm;

/// <summary>
/// The custom template of <c>gtm/template.tpl</c>, with the pixel's own host as the only one that it may send to: a tag of it cannot carry
/// data elsewhere.
/// </summary>
internal static partial class TemplateWriter
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant;
    private const string SendPixel = "send_pixel";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The template as text, for "Templates, Tag Templates, New, Import".</summary>
    /// <param name="pixelUrl">Where the tags send to.</param>
    public static string Write(string pixelUrl) => Permissions().Replace(Shipped(), section => Permit(section.Value, Host(pixelUrl)));

    private static string Permit(string section, string host)
    {
        var permissions = JsonNode.Parse(section)!.AsArray();
        var urls = permissions.Select(permission => permission!["instance"]!)
            .Single(instance => (string?)instance["key"]!["publicId"] == SendPixel)["param"]!.AsArray()
            .Single(parameter => (string?)parameter!["key"] == "urls")!;
        // GTM takes no other scheme.
        urls["value"]!["listItem"] =
            JsonSerializer.SerializeToNode([new(1, $"https://{host}/*")], TemplateJson.Default.IReadOnlyListTemplateText);
        return permissions.ToJsonString(Readable);
    }

    // Not by Uri: in a plan, what AWS will choose stands as a reference.
    private static string Host(string url) =>
        url[(url.LastIndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..].Split('/')[0];

    private static string Shipped()
    {
        using var reader = new StreamReader(typeof(TemplateWriter).Assembly.GetManifestResourceStream("Gtm/template.tpl")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // From the section's heading to the next.
    [GeneratedRegex(@"(?<=^___WEB_PERMISSIONS___\n\s*)\[.*?\](?=\s*^___)", Options)]
    private static partial Regex Permissions();

    /// <summary>A text, as GTM writes it in a template's permissions.</summary>
    private sealed record TemplateText(int Type, string String);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(IReadOnlyList<TemplateText>))]
    private sealed partial class TemplateJson : JsonSerializerContext;
}
