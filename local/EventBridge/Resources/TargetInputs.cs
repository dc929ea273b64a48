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
            throw request.Invalid("arn", $"is {arn}, but this local cloud delivers to functions, queues, state machines and topics");
        }

        var role = request.Text("roleArn");
        if (role is null && TargetCall.NeedsRole(arn))
        {
            throw request.Invalid("roleArn", $"is missing; RoleArn is required for target {arn}");
        }

        return new()
        {
            Id = id,
            Arn = arn,
            RoleArn = role,
            Input = Input(request, id),
            MaximumRetryAttempts = Retries(request),
            MaximumEventAge = Age(request),
            DeadLetterQueue = request.Block("deadLetterConfig").Known("arn").Text("arn"),
        };
    }

    public static int Retries(ResourceRequest request) =>
        request.Block("retryPolicy").Known("maximumEventAgeInSeconds", "maximumRetryAttempts").Number("maximumRetryAttempts", MostRetries) is var retries and >= 0 and <= MostRetries
            ? retries
            : throw request.Invalid("retryPolicy.maximumRetryAttempts", $"is not 0 to {MostRetries}");

    public static TimeSpan Age(ResourceRequest request) => request.Block("retryPolicy").Number("maximumEventAgeInSeconds", LongestAge) is var age and >= ShortestAge and <= LongestAge
        ? TimeSpan.FromSeconds(age)
        : throw request.Invalid("retryPolicy.maximumEventAgeInSeconds", $"is not {ShortestAge} to {LongestAge}");

    private static TargetInput Input(ResourceRequest request, string id)
    {
        var transformer = request.Block("inputTransformer").Known("inputPaths", "inputTemplate");
        var input = new TargetInput
        {
            Constant = request.Text("input"),
            Path = request.Text("inputPath"),
            Template = transformer.Inputs.IsEmpty ? null : transformer.RequiredText("inputTemplate"),
            Paths = transformer.Texts("inputPaths"),
        };
        if (new object?[] { input.Constant, input.Path, input.Template }.Count(given => given is not null) > 1)
        {
            throw request.Invalid("input", $"is refused: Only one of Input, InputPath, or InputTransformer must be provided for target {id}");
        }

        if (input.UnknownNames().FirstOrDefault() is { } unknown)
        {
            throw request.Invalid("inputTransformer.inputTemplate", $"is refused: InputTemplate for target {id} contains invalid placeholder {unknown}");
        }

        try
        {
            _ = LenientJson.Parse(input.Constant ?? "{}");
            foreach (var path in input.Paths.Values.Append(input.Path ?? "$"))
            {
                JsonPathQuery.Check(path);
            }
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw request.Invalid("input", $"is refused: {e.Message}");
        }

        return input;
    }
}
