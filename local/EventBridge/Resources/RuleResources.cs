using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Events;
using Engagement.Local.EventBridge.Patterns;
using Engagement.Local.EventBridge.Rules;
using Engagement.Local.EventBridge.Schedules;
using Engagement.Local.Resources;

namespace Engagement.Local.EventBridge.Resources;

/// <summary><c>aws:cloudwatch/eventRule:EventRule</c> and <c>aws:cloudwatch/eventTarget:EventTarget</c>.</summary>
internal sealed class RuleResources(CloudContext cloud, BusStore buses, RuleSchedules schedules)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:cloudwatch/eventRule:EventRule"] = (request, _) => Task.FromResult(CreateRule(request)),
        ["aws:cloudwatch/eventTarget:EventTarget"] = (request, _) => Task.FromResult(CreateTarget(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:cloudwatch/eventRule:EventRule"] = new()
        {
            Update = (request, _, _) => Task.FromResult(UpdateRule(request)),
            Delete = (rule, _) => Do(() => buses.Find(rule.Output("eventBusName"))?.Remove(rule.Output("name"))),
        },
        ["aws:cloudwatch/eventTarget:EventTarget"] = new()
        {
            NameInput = "targetId",
            Update = (request, _, _) => Task.FromResult(CreateTarget(request)),
            Delete = (target, _) =>
                Do(() =>
                    buses.Find(target.Output("eventBusName"))?.RemoveTarget(
                        target.Request.RequiredText("rule"), target.Output("targetId"))),
        },
    };

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private ResourceState CreateRule(ResourceRequest request)
    {
        var (bus, rule) = Read(request);
        bus.Add(rule);
        schedules.Start(bus, rule);
        return State(request, bus, rule);
    }

    private ResourceState UpdateRule(ResourceRequest request)
    {
        var (bus, rule) = Read(request);
        bus.Change(rule);
        schedules.Start(bus, rule);
        return State(request, bus, rule);
    }

    private (EventBus Bus, Rule Rule) Read(ResourceRequest request)
    {
        request.InRegion(cloud).Known(
            "description",
            "eventBusName",
            "eventPattern",
            "forceDestroy",
            "name",
            "namePrefix",
            "region",
            "scheduleExpression",
            "state",
            "tags");
        var bus = buses.Get(request.Text("eventBusName") ?? EventEntry.DefaultBus);
        var name = request.PhysicalName();
        var enabled = (request.Text("state") ?? "ENABLED") switch
        {
            "ENABLED" => true,
            "DISABLED" => false,
            var other => throw request.Invalid("state", $"is {other}, not ENABLED or DISABLED"),
        };
        var (pattern, schedule) = (Pattern(request), Schedule(request, bus));
        if (pattern is null && schedule is null)
        {
            throw request.Invalid("eventPattern", "is missing: Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        return (bus, new Rule(name, buses.RuleArn(bus.Name, name), pattern, schedule, enabled));
    }

    private ResourceState State(ResourceRequest request, EventBus bus, Rule rule) =>
        new(bus.Name == EventEntry.DefaultBus ? rule.Name : $"{bus.Name}/{rule.Name}", new Dictionary<string, object>
        {
            ["arn"] = rule.Arn,
            ["name"] = rule.Name,
            ["eventBusName"] = bus.Name,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });

    private static EventPattern? Pattern(ResourceRequest request)
    {
        try
        {
            return request.Text("eventPattern") is { } pattern ? EventPattern.Parse(pattern) : null;
        }
        catch (FormatException e)
        {
            throw request.Invalid("eventPattern", $"is refused: {e.Message}");
        }
    }

    private ISchedule? Schedule(ResourceRequest request, EventBus bus)
    {
        if (request.Text("scheduleExpression") is not { } expression)
        {
            return null;
        }

        try
        {
            return bus.Name == EventEntry.DefaultBus
                ? ScheduleExpression.Parse(expression, cloud.Clock.GetUtcNow())
                : throw new FormatException("ScheduleExpression is supported only on the default event bus.");
        }
        catch (FormatException e)
        {
            throw request.Invalid("scheduleExpression", $"is refused: {e.Message}");
        }
    }

    private ResourceState CreateTarget(ResourceRequest request)
    {
        request.InRegion(cloud).Known(
            "arn", "deadLetterConfig", "eventBusName", "forceDestroy", "input", "inputPath", "region", "retryPolicy", "rule", "targetId");
        var bus = buses.Get(request.Text("eventBusName") ?? EventEntry.DefaultBus);
        var rule = request.RequiredText("rule");
        var target = TargetInputs.Read(request, request.Text("targetId") ?? request.PhysicalName());
        bus.AddTarget(rule, target);
        return new(
            $"{(bus.Name == EventEntry.DefaultBus ? "" : $"{bus.Name}-")}{rule}-{target.Id}",
            new Dictionary<string, object> { ["targetId"] = target.Id, ["eventBusName"] = bus.Name });
    }
}
