using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Customers;
using Engagement.Times;

namespace Engagement.Cli.Customers.Export;

/// <summary>
/// Writes an endpoint as Pinpoint exports it: <c>EndpointResponse</c> in its API reference, without what Pinpoint notes for itself.
/// </summary>
internal static class EndpointLine
{
    // Not for a page: quotes and letters of all languages stay readable.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    /// <summary>The endpoint on one line, or on several for reading.</summary>
    public static ReadOnlyMemory<byte> Write(CustomerMember member, bool isIndented = false)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, isIndented ? Indented : Compact))
        {
            Write(json, member);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, CustomerMember member)
    {
        var (profile, endpoint) = member;
        json.WriteStartObject();
        WriteFields(json, endpoint);
        WriteLists(json, "Attributes", endpoint.Attributes.Select(each => KeyValuePair.Create(each.Key, each.Value.Value)));
        json.WriteString("EffectiveDate", Effective(member));
        json.WriteString("Id", endpoint.Id);
        json.WriteStartObject("Metrics");
        foreach (var (name, value) in endpoint.Metrics)
        {
            json.WriteNumber(name, value.Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("User");
        if (profile.UserId is { } userId)
        {
            json.WriteString("UserId", userId);
        }

        WriteLists(json, "UserAttributes", profile.UserAttributes);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, CustomerEndpoint endpoint)
    {
        json.WriteString(EndpointField.EndpointStatus, endpoint.IsActive ? "ACTIVE" : "INACTIVE");
        json.WriteString(EndpointField.OptOut, endpoint.HasOptedOut ? "ALL" : "NONE");
        string[] written = [EndpointField.EndpointStatus, EndpointField.OptOut];
        foreach (var group in endpoint.Fields.Where(field => !written.Contains(field.Key)).GroupBy(field => GroupOf(field.Key)))
        {
            if (group.Key.Length > 0)
            {
                json.WriteStartObject(group.Key);
            }

            foreach (var (name, value) in group)
            {
                WriteField(json, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], value.Value);
            }

            if (group.Key.Length > 0)
            {
                json.WriteEndObject();
            }
        }
    }

    private static void WriteField(Utf8JsonWriter json, string name, string value)
    {
        if (name is "Latitude" or "Longitude" && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static string GroupOf(string field) => field.Contains('.', StringComparison.Ordinal) ? field.Split('.')[0] : "";

    // An attribute that was removed keeps its name in the table, and no value.
    private static void WriteLists(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> lists)
    {
        json.WriteStartObject(name);
        foreach (var (attribute, values) in lists.Where(list => list.Value.Count > 0))
        {
            json.WriteStartArray(attribute);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // The latest of all that the line says: what an importer knows from later stays.
    private static string Effective(CustomerMember member)
    {
        var (profile, endpoint) = member;
        DateTimeOffset[] said =
        [
            .. endpoint.Fields.Values.Select(each => each.Stamp.At),
            .. endpoint.Attributes.Values.Select(each => each.Stamp.At),
            .. endpoint.Metrics.Values.Select(each => each.Stamp.At),
            .. endpoint.UserAttributes.Values.Select(each => each.Stamp.At),
            .. profile.Attributes.Values.Select(each => each.Stamp.At),
            .. endpoint.Owner is { } owner ? new[] { owner.User.Stamp.At } : [],
        ];
        return IsoInstant.Format(said.DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }
}
