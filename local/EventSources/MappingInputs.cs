using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;
using Engagement.Local.Sqs;

namespace Engagement.Local.EventSources;

/// <summary>A mapping's settings from the inputs of its resource, checked as Lambda checks them.</summary>
internal sealed class MappingInputs(CloudContext cloud, IFunctions functions, IQueues queues)
{
    private const int LargestBatch = 10_000;
    private const int LargestBatchWithoutWindow = 10;
    private const int LongestWindow = 300;
    private const int LeastConcurrency = 2;
    private const int MostConcurrency = 1000;

    /// <exception cref="ArgumentException">An input is not done here.</exception>
    /// <exception cref="AwsException">The error that Lambda answers.</exception>
    public MappingSettings Read(ResourceRequest request)
    {
        request.InRegion(cloud).Known(
            "eventSourceArn", "functionName", "batchSize", "maximumBatchingWindowInSeconds", "functionResponseTypes", "scalingConfig",
            "enabled", "region", "tags");
        var settings = new MappingSettings
        {
            QueueArn = request.RequiredText("eventSourceArn"),
            Function = FindFunction(request.RequiredText("functionName")),
            BatchSize = Ranged(request, "batchSize", LargestBatchWithoutWindow, 1, LargestBatch),
            Window = TimeSpan.FromSeconds(Ranged(request, "maximumBatchingWindowInSeconds", 0, 0, LongestWindow)),
            ReportsFailures = ReportsFailures(request),
            MaximumConcurrency = Concurrency(request),
            Enabled = request.Flag("enabled", true),
        };
        if (settings.BatchSize > LargestBatchWithoutWindow && settings.Window == TimeSpan.Zero)
        {
            throw Invalid("Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }

        CheckQueue(request, settings);
        return settings;
    }

    public static AwsException Invalid(string message) => new(HttpStatusCode.BadRequest, "InvalidParameterValueException", message);

    private void CheckQueue(ResourceRequest request, MappingSettings settings)
    {
        if (settings.QueueArn.Split(':') is not [_, _, "sqs", ..])
        {
            throw request.Invalid("eventSourceArn", $"is '{settings.QueueArn}', but this local cloud has queues as event sources only");
        }

        var queue = queues.Find(settings.QueueArn)
            ?? throw Invalid(
                "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The "
                    + "specified queue does not exist.");
        if (queue.VisibilityTimeoutSeconds < settings.Function.Timeout.TotalSeconds)
        {
            throw Invalid(
                $"Queue visibility timeout: {queue.VisibilityTimeoutSeconds} seconds is less than Function timeout: "
                    + $"{settings.Function.Timeout.TotalSeconds:0} seconds");
        }
    }

    private FunctionConfiguration FindFunction(string name) => functions.Find(name)
        ?? throw new AwsException(
            HttpStatusCode.NotFound,
            "ResourceNotFoundException",
            $"Function not found: {(name.StartsWith("arn:", StringComparison.Ordinal) ? name : cloud.Arn("lambda", $"function:{name}"))}");

    private static bool ReportsFailures(ResourceRequest request)
    {
        var types = request.List("functionResponseTypes");
        return types.All(type => type is "ReportBatchItemFailures")
            ? types.Length > 0
            : throw request.Invalid("functionResponseTypes", "may hold ReportBatchItemFailures only");
    }

    private static int Concurrency(ResourceRequest request)
    {
        var scaling = request.Block("scalingConfig").Known("maximumConcurrency");
        return scaling.Inputs.ContainsKey("maximumConcurrency")
            ? Ranged(scaling, "maximumConcurrency", LeastConcurrency, LeastConcurrency, MostConcurrency, "scalingConfig.")
            : MappingSettings.DefaultConcurrency;
    }

    private static int Ranged(ResourceRequest request, string key, int orElse, int least, int most, string path = "") =>
        request.Number(key, orElse) switch
        {
            var value when value < least =>
                throw Invalid(
                    $"1 validation error detected: Value '{value}' at '{path}{key}' failed to satisfy constraint: Member must have value "
                        + $"greater than or equal to {least}"),
            var value when value > most =>
                throw Invalid(
                    $"1 validation error detected: Value '{value}' at '{path}{key}' failed to satisfy constraint: Member must have value "
                        + "less "
                        + $"than or equal to {most}"),
            var value => value,
        };
}
