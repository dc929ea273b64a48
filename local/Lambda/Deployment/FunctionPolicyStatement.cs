namespace Engagement.Local.Lambda.Deployment;

/// <summary>One permission of a function's resource policy.</summary>
internal sealed record FunctionPolicyStatement
{
    /// <summary>Statement id, unique within the function's policy.</summary>
    public required string Sid { get; init; }

    /// <summary>What is allowed, such as <c>lambda:InvokeFunction</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Who may: a service's host name, an account, an ARN, or <c>*</c>.</summary>
    public required string Principal { get; init; }

    /// <summary>The function's ARN.</summary>
    public required string Resource { get; init; }

    /// <summary>Condition <c>ArnLike</c> on <c>AWS:SourceArn</c>; null where unset.</summary>
    public string? SourceArn { get; init; }

    /// <summary>Condition <c>StringEquals</c> on <c>AWS:SourceAccount</c>; null where unset.</summary>
    public string? SourceAccount { get; init; }
}
