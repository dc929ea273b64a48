namespace CompatGenerator.AwsSdk.Schemas;

internal sealed record StructureMember
{
    public required string Name { get; init; }

    /// <summary>Its name in the body, in the query string or as a header.</summary>
    public required string WireName { get; init; }

    public required SchemaType Type { get; init; }

    public required MemberLocation Location { get; init; }

    /// <summary>Whether the service always sends it, or must be sent it.</summary>
    public bool Required { get; init; }

    /// <summary>A caller who leaves it out gets a random one.</summary>
    public bool IdempotencyToken { get; init; }

    /// <summary>As C# spells it: <c>tags</c> is <c>Tags</c>.</summary>
    public string PropertyName => char.ToUpperInvariant(Name[0]) + Name[1..];
}
