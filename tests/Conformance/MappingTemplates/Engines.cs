using System.Text.Json;
using Conformance.Tests.Tools;
using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Conformance.Tests.MappingTemplates;

/// <summary>The local cloud's evaluator and velocityjs, over the same variables.</summary>
public sealed class Engines : IAsyncLifetime
{
    /// <summary>What every template of these tests can refer to, as JSON.</summary>
    private const string Variables =
        """
        {
          "s": "a, b", "t": "Text", "blank": " ", "e": "", "x": "", "i": 3, "n": 7, "m": -3, "z": 0, "yes": true, "no": false,
          "list": ["x", "y", "z"], "numbers": [3, 1, 2], "none": [], "nested": [["p", "q"], ["r"]],
          "map": { "a": "A&B", "b": "u+1@x.com", "c": "" }, "deep": { "inner": { "name": "in", "list": ["i", "j"] }, "n": 4 }
        }
        """;

    private static readonly JsonElement Json = JsonSerializer.Deserialize<JsonElement>(Variables);

    private NodeScript? velocity;

    public async Task InitializeAsync() => velocity = await NodeScript.StartAsync(Path.Combine("MappingTemplates", "velocity.mjs"));

    public Task DisposeAsync()
    {
        velocity?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the local cloud's evaluator renders.</summary>
    public static string Ours(string template)
    {
        try
        {
            return MappingTemplate.Parse(template)
                .Evaluate(Json.EnumerateObject().ToDictionary(variable => variable.Name, variable => Value(variable.Value)));
        }
        catch (TemplateException refusal)
        {
            return $"refused: {refusal.Message}";
        }
    }

    /// <summary>What velocityjs renders.</summary>
    public async Task<string> TheirsAsync(string template) => Text(await AskAsync(new { template, variables = Json }));

    /// <summary>What velocityjs makes of a template of API Gateway.</summary>
    internal async Task<(string Text, JsonElement Context)> TheirsAsync(string template, GatewayVariables request)
    {
        var answer = await AskAsync(new { template, request });
        return (Text(answer), answer.GetProperty("context"));
    }

    /// <summary>JSON as a template's value; maps keep the order of their keys.</summary>
    internal static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => new VelocityList(element.EnumerateArray().Select(Value)),
        JsonValueKind.Object => Map(element),
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.String => element.GetString(),
        _ => element.GetBoolean(),
    };

    private static VelocityMap Map(JsonElement element)
    {
        var map = new VelocityMap();
        foreach (var member in element.EnumerateObject())
        {
            map[member.Name] = Value(member.Value);
        }

        return map;
    }

    private static string Text(JsonElement answer) =>
        answer.TryGetProperty("error", out var error) ? $"refused: {error.GetString()}" : answer.GetProperty("text").GetString()!;

    private Task<JsonElement> AskAsync(object question) => velocity!.AskAsync(question);
}
