using System.Text.Json;

namespace Engagement.CustomerFiles;

/// <summary>JSON lines, as Pinpoint exports and imports them: an endpoint a line. A member that is null says nothing.</summary>
/// <param name="rules">What holds of all rows.</param>
internal sealed class JsonRows(RowRules rules) : IRowFormat
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <inheritdoc/>
    public ImportRow Read(long line, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ImportRow.Nothing(line);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement is not { ValueKind: JsonValueKind.Object } endpoint
                ? new ImportRow.Wrong(line, ["is no JSON object"])
                : !JsonText.IsWhole(endpoint) ? new ImportRow.Wrong(line, ["holds half of a surrogate pair, which is no character"])
                : Read(endpoint).Finish(line, rules, RowDigest.Of("", text));
        }
        catch (JsonException)
        {
            // The exception's text can quote the row.
            return new ImportRow.Wrong(line, ["is no JSON object on a line of its own, with each member once"]);
        }
    }

    private EndpointRow Read(JsonElement endpoint)
    {
        var row = new EndpointRow();
        foreach (var member in endpoint.EnumerateObject())
        {
            Add(row, member.Name, member.Value);
        }

        return row;
    }

    private void Add(EndpointRow row, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case var _ when rules.Member(path) is { } member:
                AddValue(row, member, path, value);
                break;
            case JsonValueKind.Object:
                foreach (var inner in value.EnumerateObject())
                {
                    Add(row, $"{path}.{inner.Name}", inner.Value);
                }

                break;
            default:
                row.Refuse($"{path}: endpoints have no such member; '--ignore \"{path}\"' leaves it out");
                break;
        }
    }

    private static void AddValue(EndpointRow row, EndpointMember member, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                row.Add(member, path, value.GetString()!);
                break;
            case JsonValueKind.Number:
                row.Add(member, path, value.GetRawText());
                break;
            case JsonValueKind.Array when member.IsList && value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String):
                foreach (var each in value.EnumerateArray())
                {
                    row.Add(member, path, each.GetString()!);
                }

                break;
            case var _ when member.Kind == EndpointMemberKind.Ignored:
                break;
            default:
                row.Refuse(member.IsList ? $"{path}: is no list of texts" : $"{path}: is no text and no number");
                break;
        }
    }
}
