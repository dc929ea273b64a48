using System.Text.Json;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>Reads the attributes of an event: each that the announcement has, and no other.</summary>
internal sealed class EventAttributesReader(Announcement announcement, CompanyEventProblems problems)
{
    public Dictionary<string, string> Read(JsonElement attributes)
    {
        const string key = "attributes";
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (JsonFields.IsAbsent(attributes))
        {
            RefuseMissing(values);
            return values;
        }

        if (attributes.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(key, $"an object is expected, not {JsonFields.Kind(attributes)}"));
            return values;
        }

        foreach (var property in attributes.EnumerateObject())
        {
            if (announcement.Attributes.Contains(property.Name, StringComparer.Ordinal))
            {
                values[property.Name] = Text(property);
            }
        }

        RefuseUnknown(attributes, key);
        RefuseMissing(values);
        RefuseOverlongUserAttributes(values);
        return values;
    }

    private string Text(JsonProperty property)
    {
        var value = property.Value;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        var objection = text is null
            ? $"a text is expected, not {JsonFields.Kind(value)}"
            : EventAttributes.ValueObjection(text) ?? EventAttributes.KindObjection(announcement.KindOf(property.Name), text);
        if (objection is not null)
        {
            problems.Add(new($"attributes.{property.Name}", objection));
        }

        return text ?? "";
    }

    private void RefuseUnknown(JsonElement attributes, string key)
    {
        var unknown = attributes.EnumerateObject().Select(property => property.Name).Except(
            announcement.Attributes, StringComparer.Ordinal);
        problems.AddUnknown(
            key, unknown, name => $"'{announcement.Name}' has no such attribute{NearestName.Hint(name, [.. announcement.Attributes])}");
    }

    private void RefuseMissing(Dictionary<string, string> values)
    {
        foreach (var missing in announcement.Attributes.Where(name => !values.ContainsKey(name)))
        {
            problems.Add(new($"attributes.{missing}", "is missing"));
        }
    }

    // Found now, while the sender listens, rather than when customers are written one by one.
    private void RefuseOverlongUserAttributes(Dictionary<string, string> values)
    {
        if (problems.Count > 0)
        {
            return;
        }

        foreach (var campaign in announcement.Campaigns)
        {
            foreach (var set in campaign.Set)
            {
                var length = set.Value.Fill(values).Length;
                if (length > Limits.UserAttributeValueLength)
                {
                    problems.Add(
                        new(
                            "attributes",
                            $"make the user attribute '{set.Attribute}', which the campaign '{campaign.Name}' sets to '{set.Value}', "
                                + $"{length} characters long; at most {Limits.UserAttributeValueLength} are possible"));
                }
            }
        }
    }
}
