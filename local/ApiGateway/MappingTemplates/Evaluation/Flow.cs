namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>How a statement ended.</summary>
internal enum Flow
{
    /// <summary>The next statement follows.</summary>
    Next,

    /// <summary><c>#break</c>: the innermost loop ends.</summary>
    Break,

    /// <summary><c>#stop</c>: the template ends.</summary>
    Stop,
}
