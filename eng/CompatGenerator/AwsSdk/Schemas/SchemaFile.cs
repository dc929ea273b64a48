namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>What one schema module of a client declares: the whole service.</summary>
internal sealed record SchemaFile(string File, IReadOnlyList<Structure> Structures, IReadOnlyList<Operation> Operations);
