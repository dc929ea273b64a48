using System.Text.Json;
using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Identity;

/// <summary>
/// The keys that prove who a visitor is, in Secrets Manager. Two at a time are valid, so that the site's back end and this stack
/// need not change over in the same second.
/// </summary>
internal sealed class SigningSecret : ComponentResource
{
    public SigningSecret(string name, IdentitySettings settings, ComponentResourceOptions? options = null)
        : base("engagement:identity:SigningSecret", name, options)
    {
        Secret = new Aws.SecretsManager.Secret(name, new()
        {
            Description = "Keys that sign the identities of visitors: current, and previous during a rotation.",
        }, new CustomResourceOptions { Parent = this });
        Version = new Aws.SecretsManager.SecretVersion($"{name}-version", new()
        {
            SecretId = Secret.Id,
            SecretString = Keys(settings),
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Aws.SecretsManager.Secret Secret { get; }

    public Aws.SecretsManager.SecretVersion Version { get; }

    private static Output<string> Keys(IdentitySettings settings) =>
        Output.Tuple(settings.SigningKey, settings.PreviousSigningKey?.Apply(key => (string?)key) ?? Output.Create((string?)null))
            .Apply(keys => JsonSerializer.Serialize(new(keys.Item1, keys.Item2), SigningKeysJson.Default.SigningKeysText));
}
