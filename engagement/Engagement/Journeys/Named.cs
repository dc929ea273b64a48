namespace Engagement.Journeys;

/// <summary>Copies of dictionaries with one change.</summary>
internal static class Named
{
    extension<T>(IReadOnlyDictionary<string, T> values)
    {
        public IReadOnlyDictionary<string, T> With(string name, T value) =>
            new Dictionary<string, T>(values, StringComparer.Ordinal) { [name] = value };

        public IReadOnlyDictionary<string, T> Without(string name) =>
            values.Where(each => each.Key != name).ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
    }
}
