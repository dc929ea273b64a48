namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>A structure of the service, its requests, responses and errors included.</summary>
internal sealed record Structure(string Name, bool Error, IReadOnlyList<StructureMember> Members);
