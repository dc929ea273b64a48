namespace Engagement.Local.ApiGateway.Definition;

/// <summary>An OpenAPI document that API Gateway would refuse, or that asks for what this emulation does not have.</summary>
/// <param name="path">Where in the document, as dotted names.</param>
/// <param name="problem">What is wrong.</param>
internal sealed class ImportException(string path, string problem) : Exception($"at {path}: {problem}");
