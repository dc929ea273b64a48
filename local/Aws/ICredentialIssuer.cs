namespace Engagement.Local.Aws;

/// <summary>Hands out temporary credentials, as AWS STS does for the services that run code under a role.</summary>
internal interface ICredentialIssuer
{
    /// <summary>New credentials of this role, for a session of that name: the function's.</summary>
    RoleCredentials Issue(string roleArn, string session);
}
