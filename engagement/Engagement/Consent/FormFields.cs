using Engagement.Pixel;

namespace Engagement.Consent;

/// <summary>The fields of a URL-encoded form.</summary>
internal static class FormFields
{
    /// <summary>Values by the fields' names; null when no encoder makes such a text.</summary>
    public static ILookup<string, string>? Read(string encoded)
    {
        var fields = new List<(string Name, string Value)>();
        var reader = new FormReader(encoded, new char[encoded.Length]);
        while (reader.Next())
        {
            fields.Add((reader.Name.ToString(), reader.Value.ToString()));
        }

        return reader.IsMalformed ? null : fields.ToLookup(field => field.Name, field => field.Value, StringComparer.Ordinal);
    }
}
