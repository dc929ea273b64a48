using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

/// <summary>Inputs as Pulumi makes them: what it adds stands where it falls, and members come in any order.</summary>
internal static class Declarations
{
    public const string Application = "app-1";

    public static ResourceDeclaration Journey(
        string action,
        string eventType = "company.feature_release",
        string name = "feature_release",
        bool overwrite = false,
        ResourceDeclaration? previous = null) =>
        Read(
            "journey",
            name,
            action,
            previous,
            $$"""{"eventType":"{{eventType}}","segmentId":"s-1","channels":["CUSTOM"],"functionArn":"arn:f","data":"feature_release"}""",
            overwrite);

    /// <summary>A customers' journey of one message, which drains. The members stand in the order in which Pulumi hands them on.</summary>
    public static ResourceDeclaration CustomerJourney(string action, string template = "welcome", string drainFor = "P4D") => Read(
        "journey",
        "journey-welcome",
        action,
        null,
        $$"""
          {
            "activities": {
              "ask0": { "activity": "ask", "data": "welcome/v/0", "next": "ask0go0" },
              "ask0go0": { "attribute": "next", "of": "ask0", "ways": { "0": "send0" }, "activity": "choose" },
              "send0": { "activity": "send", "template": "{{template}}" }
            },
            "channels": ["EMAIL"], "drainFor": "{{drainFor}}", "eventType": "newsletter_signup", "functionArn": "arn:f",
            "startActivity": "ask0"
          }
          """);

    public static ResourceDeclaration Segment(
        string action,
        string name = "premium",
        string tier = "premium",
        ResourceDeclaration? previous = null) =>
        Read(
            "segment",
            name,
            action,
            previous,
            $$"""{"conditions":[{"subject":"userAttribute","name":"tier","operator":"in","values":["{{tier}}"]}]}""");

    public static ResourceDeclaration Campaign(string action, string? start, string template = "price-change") =>
        Read("campaign", "price_change.subscribers", action, null, new JsonObject
        {
            ["displayName"] = "price_change.subscribers",
            ["segmentId"] = "s-1",
            ["template"] = template,
            ["hookArn"] = "arn:h",
            ["start"] = start,
            ["tags"] = new JsonObject { ["engagement:announcement"] = "price_change" },
        }.ToJsonString());

    public static ResourceDeclaration Endpoint(
        string action,
        string name = "company",
        string id = "company",
        ResourceDeclaration? previous = null) =>
        Read(
            "endpoint",
            name,
            action,
            previous,
            new JsonObject { ["endpointId"] = id, ["channel"] = "CUSTOM", ["address"] = "company" }.ToJsonString());

    public static ResourceDeclaration Read(
        string type,
        string name,
        string action,
        ResourceDeclaration? previous,
        string definition,
        bool overwrite = false,
        string application = Application)
    {
        var json = new JsonObject
        {
            ["tf"] = new JsonObject
            {
                ["action"] = action,
                ["prev_input"] = previous is null
                    ? null
                    : JsonSerializer.SerializeToNode(previous with { Step = null }, ProvisioningJson.Default.ResourceDeclaration),
            },
            ["definition"] = JsonNode.Parse(definition),
            ["attempt"] = 0,
            ["overwriteConsoleEdits"] = overwrite,
            ["name"] = name,
            ["applicationId"] = application,
            ["type"] = type,
        };
        return json.Deserialize(ProvisioningJson.Default.ResourceDeclaration)!;
    }
}
