using System.Collections.Immutable;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.CloudWatch.Metrics;
using Engagement.Local.Http;
using Engagement.Local.Platforms;
using Engagement.Local.S3;
using Engagement.Local.Ses;
using Engagement.Local.Sms;
using Engagement.Local.Sns;
using Engagement.Local.Sqs;
using Engagement.Local.StepFunctions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary>
/// What the local cloud tells about itself, beside the AWS APIs, as JSON for people, tests and scripts; <c>/_local</c> itself is a page for
/// people.
/// </summary>
internal static class ControlApi
{
    /// <summary>Maps everything under <c>/_local</c>.</summary>
    /// <param name="local">Where to.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="isUp">Whether the stack is up.</param>
    public static void Map(RouteGroupBuilder local, Func<LocalCloud> cloud, Func<bool> isUp)
    {
        local.MapGet("health", () => isUp() ? Results.Json(new { status = "up", now = cloud().Context.Clock.GetUtcNow() }) : Starting);
        local.MapGet("outputs", () => Results.Json(cloud().Outputs));
        local.MapGet("resources", () => Results.Json(cloud().Graph.Resources));
        local.MapGet("calls", (string? search, int? limit) => Results.Json(CallsWith(cloud(), search, limit)));
        local.MapGet("events", (string? endpoint_id, string? search, int? limit) =>
            Results.Json(EventsOf(cloud(), endpoint_id, search, limit)));
        local.MapGet("endpoints/{id}", (string id) => Endpoint(cloud(), id));
        local.MapGet("journeys", () => Results.Json(ShownJourney.All(cloud())));
        local.MapGet("messages", () => Results.Json(RunningPlatform.From(cloud()).Messages));
        local.MapGet("messages/failed", () => Results.Json(RunningPlatform.From(cloud()).Failures));
        local.MapGet("rejected", () => Results.Json(cloud().Service<Logs>().Rejections.All));
        local.MapGet("recorded-in-part", () => Results.Json(cloud().Service<Logs>().PartlyRecorded.All));
        local.MapGet("metrics", () => Results.Json(Metrics(cloud())));
        LogsApi.Map(local.MapGroup("logs"), () => cloud().Service<Logs>());
        local.MapGet("logs", () => Results.Json(cloud().Service<Logs>().Groups.ToDictionary(group => group.Name, group => group.Lines())));
        local.MapGet(
            "executions",
            () =>
                Results.Json(
                    cloud().Service<StepFunctionsService>().Executions.Select(each =>
                        new { each.Arn, each.Status, each.StartedAt, each.EndedAt, each.Error, each.Cause })));
        local.MapGet("notifications", () => Results.Json(cloud().Service<SnsService>().Published));
        QueuesApi.Map(local.MapGroup("queues"), cloud);
        local.MapGet("conservation", () => Results.Json(Conservation.Count(cloud())));
        local.MapGet("permissions", () => Results.Json(cloud().Authorizer.Permissions()));
        local.MapGet("objects", () => Results.Json(ObjectsOf(cloud())));
        local.MapGet("objects/{bucket}/{**key}", (string bucket, string key) => Object(cloud(), bucket, key));
        CustomersApi.Map(local.MapGroup("customers"), cloud);
        JourneysApi.Map(local, cloud);
        OutboxApi.Map(local.MapGroup("outbox"), () => RunningPlatform.From(cloud()));
        RequestsApi.Map(local.MapGroup("requests"), cloud);
        DefinitionsApi.Map(local.MapGroup("definitions"), cloud);
        AnnouncementsApi.Map(local.MapGroup("announcements"), cloud);
        FaultsApi.Map(local, () => cloud().Faults);
        CredentialsApi.Map(local.MapGroup("credentials"), cloud);
        EmailApi.Map(local.MapGroup("email"), () => cloud().Service<SesService>().Account);
        TextsApi.Map(local.MapGroup("texts"), () => cloud().Service<SmsService>());
        ClockApi.Map(local.MapGroup("clock"), () => cloud().Context.Clock);
        local.MapFallback(() => Refusal.NotFound("The control API has no such resource; see docs/local.md."));
    }

    /// <summary>The answer of <c>/_local/health</c> until the stack is up, and of everything until there is a cloud.</summary>
    public static IResult Starting { get; } =
        Results.Json(new { status = "starting" }, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static IEnumerable<ObservedEvent> EventsOf(LocalCloud cloud, string? endpointId, string? search, int? limit)
    {
        var platform = RunningPlatform.From(cloud);
        bool Fits(ObservedEvent each) =>
            (endpointId is null || string.Equals(each.EndpointId, endpointId, StringComparison.OrdinalIgnoreCase))
                && (string.IsNullOrEmpty(search) || each.Has(search));
        return limit is { } most ? platform.NewestEvents.Where(Fits).Take(most).Reverse() : platform.Events.Where(Fits);
    }

    private static IEnumerable<AwsCall> CallsWith(LocalCloud cloud, string? search, int? limit)
    {
        var calls = cloud.Calls.Latest;
        var found = string.IsNullOrEmpty(search) ? calls : [.. calls.Where(call => call.Has(search))];
        return limit is { } most ? found.TakeLast(most) : found;
    }

    private static IResult Endpoint(LocalCloud cloud, string id) => RunningPlatform.From(cloud).Endpoint(id) is { } endpoint
        ? Results.Json(endpoint)
        : Refusal.NotFound($"There is no endpoint '{id}'.");

    private static IEnumerable<object> ObjectsOf(LocalCloud cloud) =>
        from bucket in cloud.Service<Buckets>().All
        from stored in bucket.Objects
        select new { Bucket = bucket.Name, stored.Key, stored.StoredAt, Bytes = stored.Content.Length };

    private static IResult Object(LocalCloud cloud, string bucket, string key) =>
        cloud.Service<Buckets>().Find(bucket)?.Find(key) is { } stored
            ? Results.Bytes(stored.Content, "application/octet-stream", Path.GetFileName(key))
            : Refusal.NotFound($"The bucket '{bucket}' has no object '{key}'.");

    private static IEnumerable<MetricTotal> Metrics(LocalCloud cloud) =>
        [
            .. cloud.Service<Logs>().Metrics.Totals,
            .. cloud.ServicesThat<IMetricSource>().SelectMany(
                service => service.Metrics, (_, metric) => Total(metric, cloud.Context.Clock.GetUtcNow()))
        ];

    private static MetricTotal Total(ServiceMetric metric, DateTimeOffset now) => new(
        metric.Namespace,
        metric.Name,
        ImmutableSortedDictionary<string, string>.Empty.Add(metric.Dimension, metric.Resource),
        metric.Value,
        1,
        metric.Value,
        metric.Value,
        "Count",
        now);
}
