namespace Engagement.Infra.Gtm.Export;

/// <summary>A setting of a tag, a trigger or a variable. GTM writes all values as texts, whatever their type.</summary>
internal sealed record Parameter
{
    public required string Type { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<Parameter>? List { get; init; }

    /// <summary>A text in which <c>{{name}}</c> stands for a variable's value.</summary>
    public static Parameter Template(string key, string value) => new() { Type = "TEMPLATE", Key = key, Value = value };

    public static Parameter Boolean(string key, bool value) => new() { Type = "BOOLEAN", Key = key, Value = value ? "true" : "false" };

    /// <summary>Texts without keys.</summary>
    public static Parameter ListOf(IEnumerable<string> values) =>
        new() { Type = "LIST", List = [.. values.Select(value => new Parameter { Type = "TEMPLATE", Value = value })] };
}
