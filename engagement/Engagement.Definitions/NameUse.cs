namespace Engagement.Definitions;

/// <summary>A place in a file that refers to something by name, to be looked up when all files are read.</summary>
internal sealed record NameUse(NameKind Kind, string Name, DefinitionNode At, string KeyPath);
