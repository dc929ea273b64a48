namespace CompatGenerator.PulumiAws;

/// <summary>A nested type or enumeration by its npm module (empty for the package's root) and name.</summary>
internal readonly record struct TypeKey(string Module, string Name)
{
    public override string ToString() => Module.Length == 0 ? Name : $"{Module}.{Name}";
}
