using System.Text.Json.Nodes;
using Conformance.Tests.Tools;
using EndToEnd.Tests;

namespace Conformance.Tests.StateMachines;

/// <summary>
/// The state machines that the stack deploys, held against asl-validator: the language's JSON schema, its transitions and its paths.
/// </summary>
[Collection(RunningEnvironment.Name)]
public sealed class AslValidatorTests(DevEnvironment environment) : IAsyncLifetime
{
    private NodeScript? validator;

    public async Task InitializeAsync() => validator = await NodeScript.StartAsync(Path.Combine("StateMachines", "asl-validator.mjs"));

    public Task DisposeAsync()
    {
        validator?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_state_machine_of_the_stack_is_valid()
    {
        var definitions = await DefinitionsAsync();

        Assert.NotEmpty(definitions);
        Assert.All(await Task.WhenAll(definitions.Select(ErrorsAsync)), Assert.Empty);
    }

    [Theory]
    [InlineData("a state that is not there", "/WriteEvent/Next", "\"Nowhere\"")]
    [InlineData("a retrier without errors", "/WriteEvent/Retry", "[{}]")]
    [InlineData("a resource that is no ARN", "/WriteEvent/Resource", "\"dynamodb\"")]
    [InlineData("a path that is none", "/TellOfEvent/OutputPath", "\"$.[\"")]
    public async Task What_is_wrong_is_found(string what, string place, string value)
    {
        Assert.NotEmpty(what);
        var definition = (await DefinitionsAsync())[0];
        var (state, member) = (place.Split('/')[1], place.Split('/')[2]);
        definition["States"]![state]![member] = JsonNode.Parse(value);

        Assert.NotEmpty(await ErrorsAsync(definition));
    }

    private async Task<string> ErrorsAsync(JsonNode definition)
    {
        var answer = await validator!.AskAsync(new { definition });
        return answer.GetProperty("isValid").GetBoolean() ? "" : answer.GetProperty("errors").GetString()!;
    }

    private async Task<IReadOnlyList<JsonNode>> DefinitionsAsync() =>
    [
        .. (await environment.GetAsync("resources")).EnumerateArray()
            .Where(resource => resource.GetProperty("type").GetString() == "aws:sfn/stateMachine:StateMachine")
            .Select(resource => JsonNode.Parse(resource.GetProperty("inputs").GetProperty("definition").GetString()!)!),
    ];
}
