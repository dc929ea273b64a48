using System.Text.Json;

namespace Engagement.CompanyEvents;

/// <summary>Finds texts and names in an event's JSON that are none, such as half of a surrogate pair.</summary>
internal sealed class BrokenTexts(CompanyEventProblems problems)
{
    // A sender needs a few places to find the fault, and an event can hold thousands.
    private const int MostPlaces = 10;

    private const string Problem = "half of a surrogate pair, or bytes that are not UTF-8";

    public void Find(JsonElement value, string key)
    {
        if (problems.Count == MostPlaces || JsonText.IsWhole(value))
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object: FindInMembers(value, key); break;
            case JsonValueKind.Array: FindInItems(value, key); break;
            default: problems.Add(new(key, $"is no text: it holds {Problem}")); break;
        }
    }

    private void FindInMembers(JsonElement value, string key)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (problems.Count == MostPlaces)
            {
                return;
            }

            if (JsonText.NameOf(member) is not { } name)
            {
                problems.Add(new(key, $"has a name that is no text: it holds {Problem}"));
            }
            else if (!JsonText.IsWhole(member.Value))
            {
                Find(member.Value, Place(key, name));
            }
        }
    }

    private void FindInItems(JsonElement value, string key)
    {
        foreach (var item in value.EnumerateArray())
        {
            Find(item, key);
        }
    }

    private string Place(string key, string name) =>
        !problems.MayShow(name) ? key
        : key.Length == 0 ? name
        : $"{key}.{name}";
}
