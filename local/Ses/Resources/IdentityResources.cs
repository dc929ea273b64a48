using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.Ses.Identities;

namespace Engagement.Local.Ses.Resources;

/// <summary><c>aws:sesv2/emailIdentity:EmailIdentity</c> and what is set on one.</summary>
internal sealed class IdentityResources(CloudContext cloud, EmailIdentities identities)
{
    private const string Identity = "aws:sesv2/emailIdentity:EmailIdentity";
    private const string MailFrom = "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes";

    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        [Identity] = (request, _) => Task.FromResult(Put(request)),
        [MailFrom] = (request, _) => Task.FromResult(SetMailFrom(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        [Identity] = new()
        {
            NameInput = "emailIdentity",
            Update = (request, _, _) => Task.FromResult(Put(request)),
            Delete = (identity, _) =>
            {
                identities.Remove(identity.Id!);
                return Task.CompletedTask;
            },
        },
        [MailFrom] = new()
        {
            NameInput = "emailIdentity",
            Update = (request, _, _) => Task.FromResult(SetMailFrom(request)),
            Delete = (_, _) => Task.CompletedTask,
        },
    };

    private ResourceState Put(ResourceRequest request)
    {
        request.InRegion(cloud).Known("configurationSetName", "dkimSigningAttributes", "emailIdentity", "region", "tags");
        var name = request.RequiredText("emailIdentity");
        var identity = new EmailIdentity(name, identities.Arn(name)) { ConfigurationSet = request.Text("configurationSetName") };
        identities.Put(identity);
        return new(name, new Dictionary<string, object>
        {
            ["arn"] = identity.Arn,
            ["identityType"] = identity.IsDomain ? "DOMAIN" : "EMAIL_ADDRESS",
            ["verifiedForSendingStatus"] = true,
            ["dkimSigningAttributes"] = Dkim(request, name),
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    // The three records that a domain's DNS must hold; in AWS the tokens are drawn by chance.
    private static ImmutableDictionary<string, object> Dkim(ResourceRequest request, string name) =>
        request.Block("dkimSigningAttributes").Inputs
        .SetItem("status", "SUCCESS")
        .SetItem("signingAttributesOrigin", "AWS_SES")
        .SetItem("tokens", Enumerable.Range(1, 3).Select(object (i) => Token($"{name}/{i}")).ToImmutableArray());

    private static string Token(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..32];

    // There is no DNS here that could fail to name the MAIL FROM domain.
    private ResourceState SetMailFrom(ResourceRequest request)
    {
        request.InRegion(cloud).Known("behaviorOnMxFailure", "emailIdentity", "mailFromDomain", "region");
        var name = request.RequiredText("emailIdentity");
        return identities.Find(name) is null
            ? throw request.Invalid("emailIdentity", $"is '{name}', of which there is no identity")
            : new(name, new Dictionary<string, object>());
    }
}
