using System.Collections.Immutable;
using System.Text.Json;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>What the environment <c>ses</c> declares.</summary>
internal static class SesStack
{
    /// <summary>With these settings in addition to its own.</summary>
    public static Task<RecordingEngine> RunAsync(params (string Key, string Value)[] settings) =>
        RecordingEngine.RunAsync(RecordingEngine.Configuration("ses", settings));

    /// <summary>What the program says to a wrong setting.</summary>
    public static Task<string> RefusalAsync(params (string Key, string Value)[] settings) =>
        RecordingEngine.RefusalAsync(RecordingEngine.Configuration("ses", settings));

    /// <summary>One resource by its type and name.</summary>
    public static Registered One(this RecordingEngine stack, string type, string name) =>
        Assert.Single(stack.Of(type), resource => resource.Name == name);

    /// <summary>The environment variables of a function.</summary>
    public static ImmutableDictionary<string, object> Variables(this RecordingEngine stack, string function) =>
        (ImmutableDictionary<string, object>)stack.One("aws:lambda/function:Function", function).Block("environment")["variables"];

    /// <summary>What a function's role may do: each action with the last part of each resource, but for its log.</summary>
    public static IEnumerable<string> Rights(this RecordingEngine stack, string function) =>
        stack.Statements(function)
            .Where(statement => statement.GetProperty("Sid").GetString() != "WriteLog")
            .SelectMany(statement => Texts(statement, "Action")
                .SelectMany(action => Texts(statement, "Resource").Select(resource => $"{action} {resource.Split(':')[^1]}")))
            .Order(StringComparer.Ordinal);

    /// <summary>The statements of a function's policy.</summary>
    public static IEnumerable<JsonElement> Statements(this RecordingEngine stack, string function) =>
        JsonElement.Parse(stack.One("aws:iam/rolePolicy:RolePolicy", $"{function}-policy").Text("policy"))
            .GetProperty("Statement")
            .EnumerateArray();

    private static IEnumerable<string> Texts(JsonElement statement, string name) =>
        statement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}
