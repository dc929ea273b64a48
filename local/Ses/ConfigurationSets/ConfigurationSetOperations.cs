using System.Text.Json.Nodes;
using Engagement.Local.Ses.Protocol;

namespace Engagement.Local.Ses.ConfigurationSets;

/// <summary>PutConfigurationSetSendingOptions.</summary>
internal sealed class ConfigurationSetOperations(ConfigurationSetStore sets)
{
    /// <summary>The operations.</summary>
    public IEnumerable<SesOperation> Operations =>
    [
        new()
        {
            Name = "PutConfigurationSetSendingOptions",
            Method = "PUT",
            Path = "/v2/email/configuration-sets/{ConfigurationSetName}/sending",
            Resources = call => [sets.Arn(call.Path["ConfigurationSetName"])],
            Execute = Put,
        },
    ];

    private JsonObject Put(SesCall call)
    {
        var enabled = call.Body(SesJson.Default.SendingRequest).SendingEnabled;
        sets.Get(call.Path["ConfigurationSetName"]).IsSendingEnabled = enabled;
        return [];
    }
}
