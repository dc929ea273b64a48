namespace CompatGenerator.PulumiAws;

/// <summary>The name of a type of the published SDK of which nothing here is used.</summary>
internal readonly record struct TypeName(string Name, bool IsStatic = false);
