using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;

namespace Engagement.Local.WebConsole.Map;

/// <summary>What flows between deployed resources: as integrations, mappings, targets, subscriptions and the roles' policies say.</summary>
internal sealed class StackArrows(LocalCloud cloud)
{
    private const string PinpointPrincipal = "pinpoint.";

    // What a role may do that takes something further, and the name of the call that does it. Reads and the stores of state are no flow.
    private static readonly Dictionary<string, string> Flows = new(StringComparer.Ordinal)
    {
        ["sqs:SendMessage"] = "SendMessage",
        ["lambda:InvokeFunction"] = "Invoke",
        ["states:StartExecution"] = "StartExecution",
        ["firehose:PutRecordBatch"] = "PutRecordBatch",
        ["sns:Publish"] = "Publish",
        ["ses:SendEmail"] = "SendEmail",
        ["sms-voice:SendTextMessage"] = "SendTextMessage",
        ["mobiletargeting:PutEvents"] = "PutEvents",
        ["mobiletargeting:CreateCampaign"] = "CreateCampaign",
        ["mobiletargeting:SendMessages"] = "SendMessages",
        ["mobiletargeting:UpdateEndpointsBatch"] = "UpdateEndpointsBatch",
    };

    private readonly IReadOnlyList<DeployedResource> standing = cloud.Graph.Standing;

    /// <summary>All arrows; some may name parts that are not drawn.</summary>
    public IReadOnlyList<MapArrow> Read() =>
    [
        .. Of("aws:apigateway/restApi:RestApi", Integrations),
        .. Of("aws:lambda/eventSourceMapping:EventSourceMapping", mapping => [Taken(mapping)]),
        .. Of("aws:cloudwatch/eventTarget:EventTarget", Target),
        .. Of("aws:cloudwatch/eventRule:EventRule", Bus),
        .. Of("aws:sns/topicSubscription:TopicSubscription", Subscription),
        .. Of("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", Feedback),
        .. Of("aws:lambda/permission:Permission", Hook),
        .. Of("aws:lambda/function:Function", function => Allowed(StackParts.IdOf(function), function.Request.RequiredText("role"))),
        .. Of("aws:sfn/stateMachine:StateMachine", machine => Allowed(StackParts.IdOf(machine), machine.Request.RequiredText("roleArn"))),
    ];

    private IEnumerable<MapArrow> Of(string type, Func<DeployedResource, IEnumerable<MapArrow>> arrows) =>
        standing.Where(resource => resource.Request.Type == type).SelectMany(arrows);

    private IEnumerable<MapArrow> Integrations(DeployedResource api) =>
        from path in JsonNode.Parse(api.Request.RequiredText("body"))!["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        let integration = method.Value!["x-amazon-apigateway-integration"]
        where integration?["uri"] is not null
        let target = TargetOf((string)integration["uri"]!)
        where target is not null
        select new MapArrow(
            StackParts.IdOf(api),
            target,
            $"{method.Key.ToUpperInvariant()} {path.Key}",
            (string?)integration["credentials"] is { } role
                ? Calls(caller => caller == role, target)
                : Calls(caller => caller.Contains($":{api.Id}/", StringComparison.Ordinal), target));

    // arn:aws:apigateway:REGION:sqs:path/ACCOUNT/QUEUE or arn:aws:apigateway:REGION:lambda:path/…/functions/ARN/invocations
    private string? TargetOf(string uri) => uri.Split(":path/", 2) is not [var service, var path] ? null
        : service.EndsWith(":sqs", StringComparison.Ordinal) ? cloud.Context.Arn("sqs", path[(path.LastIndexOf('/') + 1)..])
        : path.Split("/functions/", 2) is [_, var function] ? function[..function.LastIndexOf('/')]
        : null;

    private static MapArrow Taken(DeployedResource mapping)
    {
        var function = mapping.Request.RequiredText("functionName");
        return new(mapping.Request.RequiredText("eventSourceArn"), function, null, null);
    }

    private IEnumerable<MapArrow> Target(DeployedResource target)
    {
        var rule = standing.FirstOrDefault(resource =>
            resource.Request.Type == "aws:cloudwatch/eventRule:EventRule"
                && (string)resource.Outputs["name"] == target.Request.RequiredText("rule"));
        var arn = target.Request.RequiredText("arn");
        return rule is null ? [] : [new(StackParts.IdOf(rule), arn, null, Calls(caller => caller == StackParts.IdOf(rule), arn))];
    }

    private IEnumerable<MapArrow> Bus(DeployedResource rule) =>
        from bus in standing
        where bus.Request.Type == "aws:cloudwatch/eventBus:EventBus" && bus.Id == rule.Request.Text("eventBusName")
        select new MapArrow(StackParts.IdOf(bus), StackParts.IdOf(rule), null, null);

    private IEnumerable<MapArrow> Subscription(DeployedResource subscription)
    {
        var (topic, to) = (subscription.Request.RequiredText("topic"), subscription.Request.RequiredText("endpoint"));
        return [new(topic, to, null, Calls(caller => caller == topic, to))];
    }

    private IEnumerable<MapArrow> Feedback(DeployedResource destination) =>
        destination.Request.Block("eventDestination") is { } settings && settings.Inputs.ContainsKey("snsDestination")
            ? [new(StackParts.Sending, settings.Block("snsDestination").RequiredText("topicArn"), "bounces, complaints", null)]
            : [];

    // Pinpoint calls functions that it was permitted to: hooks of campaigns, activities of journeys.
    private IEnumerable<MapArrow> Hook(DeployedResource permission) =>
        Application is { } application
            && permission.Request.RequiredText("principal").StartsWith(PinpointPrincipal, StringComparison.Ordinal)
            ? from function in standing
              where function.Request.Type == "aws:lambda/function:Function"
                  && Names(permission.Request.RequiredText("function"), function)
              select new MapArrow(application, StackParts.IdOf(function), "asks", null)
            : [];

    private string? Application => standing
        .Where(each => each.Request.Type == "aws:pinpoint/app:App")
        .Select(StackParts.IdOf)
        .FirstOrDefault();

    private static bool Names(string name, DeployedResource function) => name == function.Id || name == function.Output("arn");

    private IEnumerable<MapArrow> Allowed(string id, string role)
    {
        var sending = standing.Where(each => each.Request.Type == "aws:iam/rolePolicy:RolePolicy" && IsOf(each, role));
        return
        [
            .. from policy in sending
               from statement in JsonNode.Parse(policy.Request.RequiredText("policy"))!["Statement"]!.AsArray()
               from action in Texts(statement!["Action"])
               where Flows.ContainsKey(action)
               from resource in Texts(statement["Resource"]).Select(PartOf).Distinct(StringComparer.Ordinal)
               where resource is not null && resource != id
               let calls = cloud.Calls.Totals.Where(total => total.Key.Caller == role && total.Key.Operation == Flows[action]
                   && (total.Key.Resource is null || total.Key.Resource == resource))
               select new MapArrow(id, resource, Flows[action], calls.Sum(total => total.Value)),
        ];
    }

    // Which part a statement's resource is: what sends is one part, and so is a Pinpoint application with all that it holds.
    private string? PartOf(string resource) => resource.Split(':') switch
    {
        [_, _, "ses" or "sms-voice", ..] => StackParts.Sending,
        [_, _, "mobiletargeting", ..] => Application,
        _ => resource.TrimEnd('*').TrimEnd(':'),
    };

    private static bool IsOf(DeployedResource policy, string role) =>
        role.EndsWith($"/{policy.Request.RequiredText("role")}", StringComparison.Ordinal) || role == policy.Request.RequiredText("role");

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray all => all.Select(each => (string)each!),
        null => [],
        _ => [(string)value!],
    };

    private long Calls(Func<string, bool> caller, string resource) =>
        cloud.Calls.Totals.Where(total => total.Key.Resource == resource && caller(total.Key.Caller)).Sum(total => total.Value);
}
