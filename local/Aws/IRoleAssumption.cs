namespace Engagement.Local.Aws;

/// <summary>Lets services act as roles, where the roles' trust policies say that they may.</summary>
internal interface IRoleAssumption
{
    /// <param name="roleArn">The role.</param>
    /// <param name="service">Which service, such as <c>lambda.amazonaws.com</c>.</param>
    /// <param name="session">What the session is called, such as the function's name.</param>
    /// <exception cref="AwsException">There is no such role, or it does not trust the service; the error is the one that this service
    /// answers.</exception>
    Principal Assume(string roleArn, Principal service, string session);
}
