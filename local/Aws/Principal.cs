namespace Engagement.Local.Aws;

/// <summary>Who makes an AWS call.</summary>
internal enum PrincipalKind
{
    /// <summary>Whoever calls with credentials that this cloud did not issue: the account itself, allowed everything.</summary>
    Account,

    /// <summary>A function, the gateway or an event source mapping, acting as an IAM role.</summary>
    Role,

    /// <summary>An AWS service acting for itself, such as <c>events.amazonaws.com</c>.</summary>
    Service,

    /// <summary>Nobody: the request carried no credentials.</summary>
    Anonymous,
}

/// <summary>Who makes an AWS call.</summary>
/// <param name="Kind">What kind of caller it is.</param>
/// <param name="Name">The role's ARN, the service's host name, or the account's root ARN.</param>
internal sealed record Principal(PrincipalKind Kind, string Name)
{
    /// <summary>A caller without credentials.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous, "anonymous");

    /// <summary>A caller that acts as the role with this ARN.</summary>
    public static Principal Role(string roleArn) => new(PrincipalKind.Role, roleArn);

    /// <summary>An AWS service that acts for itself.</summary>
    public static Principal Service(string host) => new(PrincipalKind.Service, host);
}
