namespace CompatGenerator.Declarations;

/// <summary>What one declaration file exports, in its order.</summary>
internal sealed record DeclarationFile(string File, IReadOnlyList<Declaration> Declarations);
