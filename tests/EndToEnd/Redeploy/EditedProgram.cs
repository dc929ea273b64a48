using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Cloud;
using Pulumi.Testing;

namespace EndToEnd.Tests.Redeploy;

/// <summary>
/// The stack's program as it would be with another declaration of a journey: one more channel, which changes the journey and not what it
/// does.
/// </summary>
internal sealed class EditedProgram(IMocks engine) : IMocks
{
    private const string Journey = "announcement-feature_release";

    /// <summary>Lets the next deployments run the edited program.</summary>
    public static void EditIn(LocalCloud cloud) =>
        cloud.Program = (engine, configuration, cancellationToken) =>
            StackProgram.RunAsync(new EditedProgram(engine), configuration, cancellationToken);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (args is { Type: "aws:lambda/invocation:Invocation", Name: Journey })
        {
            args.Inputs = args.Inputs.SetItem("input", Edited((string)args.Inputs["input"]));
        }

        return engine.NewResourceAsync(args);
    }

    public Task<object> CallAsync(MockCallArgs args) => engine.CallAsync(args);

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => engine.RegisterResourceOutputs(args);

    private static string Edited(string input)
    {
        var declaration = JsonNode.Parse(input)!;
        declaration["definition"]!["channels"]!.AsArray().Add("EMAIL");
        return declaration.ToJsonString(JsonSerializerOptions.Default);
    }
}
