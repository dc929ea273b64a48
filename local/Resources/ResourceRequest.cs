using System.Collections.Immutable;
using System.Globalization;

namespace Engagement.Local.Resources;

/// <summary>A resource as the program registers it: numbers are doubles, lists immutable arrays, maps immutable dictionaries.</summary>
internal sealed record ResourceRequest(string Type, string Name, ImmutableDictionary<string, object> Inputs)
{
    /// <summary>How often a resource of this type and name was replaced before: names that are made up differ by it.</summary>
    public int Generation { get; init; }

    /// <summary>What made-up names and ids follow from: the same in every run, another after a replacement.</summary>
    public string Seed => Generation == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}/{Generation}");

    /// <summary>A text, or null where it is unset.</summary>
    public string? Text(string key) => Read<string>(Inputs, key);

    /// <summary>A text that must be set.</summary>
    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    /// <summary>A whole number, or the default where it is unset.</summary>
    public int Number(string key, int orElse) =>
        Read<object>(Inputs, key) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : orElse;

    /// <summary>A flag, or the default where it is unset.</summary>
    public bool Flag(string key, bool orElse) =>
        Read<object>(Inputs, key) is { } value ? Convert.ToBoolean(value, CultureInfo.InvariantCulture) : orElse;

    /// <summary>A nested block, or an empty one where it is unset.</summary>
    public ResourceRequest Block(string key) =>
        this with { Inputs = Read<ImmutableDictionary<string, object>>(Inputs, key) ?? ImmutableDictionary<string, object>.Empty };

    /// <summary>A map of texts, empty where it is unset.</summary>
    public IReadOnlyDictionary<string, string> Texts(string key) =>
        Block(key).Inputs.ToDictionary(pair => pair.Key, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>A list, empty where it is unset.</summary>
    public ImmutableArray<object> List(string key) => Inputs.ContainsKey(key) ? Read<ImmutableArray<object>>(Inputs, key) : [];

    /// <summary>The error for an input that this cloud cannot go without or does not know.</summary>
    public ArgumentException Invalid(string key, string problem) => new($"{Type} '{Name}': {key} {problem}.");

    private ArgumentException Missing(string key) => Invalid(key, "is missing");

    private T? Read<T>(ImmutableDictionary<string, object> inputs, string key) =>
        !inputs.TryGetValue(key, out var value) ? default
        : value is T typed ? typed
        : throw Invalid(key, $"is a {value.GetType().Name}, not a {typeof(T).Name}");
}
