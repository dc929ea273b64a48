using System.Text.Json;
using Engagement.Infra.Functions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Identity;

/// <summary>Keys of signatures, in Secrets Manager.</summary>
internal sealed class SigningSecret : ComponentResource
{
    /// <param name="name">Begins the names of resources.</param>
    /// <param name="description">What the keys sign.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="options">Its parent.</param>
    public SigningSecret(string name, string description, Output<SigningKeysText> keys, ComponentResourceOptions? options = null)
        : base("engagement:identity:SigningSecret", name, options)
    {
        Secret = new Aws.SecretsManager.Secret(name, new()
        {
            Description = description,
        }, new CustomResourceOptions { Parent = this });
        Version = new Aws.SecretsManager.SecretVersion($"{name}-version", new()
        {
            SecretId = Secret.Id,
            SecretString = keys.Apply(each => JsonSerializer.Serialize(each, SigningKeysJson.Default.SigningKeysText)),
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Aws.SecretsManager.Secret Secret { get; }

    public Aws.SecretsManager.SecretVersion Version { get; }

    /// <summary>Lets a function read the keys.</summary>
    public Grant Read => new(("SIGNING_SECRET_ARN", Secret.Arn))
    {
        Statements = [new("ReadSigningKeys") { Actions = ["secretsmanager:GetSecretValue"], Resources = [Secret.Arn] }],
    };
}
