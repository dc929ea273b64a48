namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A value that cannot be used; the template's evaluation adds where.</summary>
internal sealed class ValueException(string problem) : Exception(problem);
