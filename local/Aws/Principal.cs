namespace Engagement.Local.Aws;

/// <summary>Who makes an AWS call.</summary>
internal enum PrincipalKind
{
    /// <summary>A caller with credentials that this cloud did not issue: the account itself, allowed everything.</summary>
    Account,

    /// <summary>A function, the gateway or an event source mapping, acting as an IAM role.</summary>
    Role,

    /// <summary>An AWS service acting for itself, such as <c>events.amazonaws.com</c>.</summary>
    Service,

    /// <summary>The request carried no credentials.</summary>
    Anonymous,
}

/// <summary>Who makes an AWS call.</summary>
/// <param name="Kind">What kind of caller it is.</param>
/// <param name="Name">The role's ARN, the service's host name, or the account's root ARN.</param>
internal sealed record Principal(PrincipalKind Kind, string Name)
{
    /// <summary>A caller without credentials.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous, "anonymous");

    /// <summary>What a role's session is called, such as the function's name; null where the session has no name.</summary>
    public string? Session { get; init; }

    /// <summary>ARN of what a service acts for, such as a rule or a campaign: <c>aws:SourceArn</c>.</summary>
    public string? SourceArn { get; init; }

    /// <summary>Account of what a service acts for: <c>aws:SourceAccount</c>.</summary>
    public string? SourceAccount { get; init; }

    /// <summary>The account for which a service acts, where it proves so to a role's trust policy: <c>sts:ExternalId</c>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whether the call came over TLS: <c>aws:SecureTransport</c>.</summary>
    public bool IsOverTls { get; init; } = true;

    /// <summary>How AWS's errors name the caller: a role by the ARN of its session, everyone else by name.</summary>
    public string User => Session is null ? Name : SessionArn(Name.Split(':'), Session);

    /// <summary>A caller that acts as the role with this ARN.</summary>
    public static Principal Role(string roleArn, string? session = null) => new(PrincipalKind.Role, roleArn) { Session = session };

    /// <summary>An AWS service that acts for itself.</summary>
    /// <param name="host">Such as <c>pinpoint.eu-west-1.amazonaws.com</c>.</param>
    /// <param name="sourceArn">ARN of what it acts for; null where there is none yet, as while that is being created.</param>
    /// <param name="sourceAccount">Account of that; by default the one that the ARN names.</param>
    public static Principal Service(string host, string? sourceArn = null, string? sourceAccount = null) => new(PrincipalKind.Service, host)
    {
        SourceArn = sourceArn,
        SourceAccount = sourceAccount ?? sourceArn?.Split(':').ElementAtOrDefault(4),
    };

    // The session's ARN leaves out the path of the role: arn:aws:iam::<account>:role/<path>/<name>.
    private static string SessionArn(string[] role, string session) =>
        $"arn:{role[1]}:sts::{role[4]}:assumed-role/{role[5].Split('/')[^1]}/{session}";
}
