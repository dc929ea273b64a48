using System.Text.Json.Nodes;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.Identities;

/// <summary>GetEmailIdentity.</summary>
internal sealed class IdentityOperations(EmailIdentities identities)
{
    /// <summary>The operations.</summary>
    public IEnumerable<SesOperation> Operations =>
    [
        new()
        {
            Name = "GetEmailIdentity",
            Method = "GET",
            Path = "/v2/email/identities/{EmailIdentity}",
            Resources = call => [identities.Arn(call.Path["EmailIdentity"])],
            Execute = Get,
        },
    ];

    private JsonObject Get(SesCall call)
    {
        var identity = identities.Find(call.Path["EmailIdentity"])
            ?? throw SesError.NotFound($"Email identity {call.Path["EmailIdentity"]} does not exist.");
        var answer = new JsonObject
        {
            ["IdentityType"] = identity.IsDomain ? "DOMAIN" : "EMAIL_ADDRESS",
            ["VerifiedForSendingStatus"] = true,
            ["VerificationStatus"] = "SUCCESS",
        };
        if (identity.ConfigurationSet is { } set)
        {
            answer["ConfigurationSetName"] = set;
        }

        return answer;
    }
}
