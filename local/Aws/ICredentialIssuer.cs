namespace Engagement.Local.Aws;

/// <summary>Hands out temporary credentials, as AWS STS does for the services that run code under a role.</summary>
internal interface ICredentialIssuer
{
    /// <summary>New credentials that name this role.</summary>
    RoleCredentials Issue(string roleArn);
}
