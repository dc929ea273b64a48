using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Resources;

namespace Engagement.Local.EventBridge.Resources;

/// <summary>A rule's target from the inputs of its resource, checked as EventBridge checks them.</summary>
internal static class TargetInputs
{
    private const int MostRetries = 185;
    private const int ShortestAge = 60;
    private const int LongestAge = 86_400;

    /// <exception cref="ArgumentException">An input is wrong, or not done here.</exception>
    public static Target Read(ResourceRequest request, string id)
    {
        var arn = request.RequiredText("arn");
        if (!TargetCall.IsKnown(arn))
        {
            throw request.Invalid(
                "arn",
                $"is {arn}, but this local cloud delivers to functions, queues and topics alone:"
                    + " a state machine is started by StartExecution");
        }

        return new()
        {
            Id = id,
            Arn = arn,
            Input = Input(request, id),
            MaximumRetryAttempts = Retries(request),
            MaximumEventAge = Age(request),
            DeadLetterQueue = request.Block("deadLetterConfig").Known("arn").Text("arn"),
        };
    }

    public static int Retries(ResourceRequest request) =>
        request.Block("retryPolicy")
            .Known("maximumEventAgeInSeconds", "maximumRetryAttempts")
            .Number("maximumRetryAttempts", MostRetries) is var retries and >= 0 and <= MostRetries
            ? retries
            : throw request.Invalid("retryPolicy.maximumRetryAttempts", $"is not 0 to {MostRetries}");

    public static TimeSpan Age(ResourceRequest request) =>
        request.Block("retryPolicy").Number("maximumEventAgeInSeconds", LongestAge) is var age and >= ShortestAge and <= LongestAge
        ? TimeSpan.FromSeconds(age)
        : throw request.Invalid("retryPolicy.maximumEventAgeInSeconds", $"is not {ShortestAge} to {LongestAge}");

    private static TargetInput Input(ResourceRequest request, string id)
    {
        var input = new TargetInput { Constant = request.Text("input"), Path = request.Text("inputPath") };
        if (input.Constant is not null && input.Path is not null)
        {
            throw request.Invalid(
                "input", $"is refused: Only one of Input, InputPath, or InputTransformer must be provided for target {id}");
        }

        try
        {
            _ = WireJson.Parse(input.Constant ?? "{}");
            JsonPathQuery.Check(input.Path ?? "$");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw request.Invalid("input", $"is refused: {e.Message}");
        }

        return input;
    }
}
