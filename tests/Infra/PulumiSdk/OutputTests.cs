using System.Collections.Immutable;
using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class OutputTests
{
    [Fact]
    public async Task Apply_takes_values_tasks_and_outputs()
    {
        var output = Output.Create(Task.FromResult(2));

        Assert.Equal(4, await OutputUtilities.GetValueAsync(output.Apply(value => value * 2)));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(output.Apply(value => Task.FromResult(value * 2))));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(output.Apply(value => Output.Create(value * 2))));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(output.Apply(value => (Input<int>)(value * 2))));
    }

    [Fact]
    public async Task An_unknown_value_is_never_computed_with()
    {
        var computed = false;
        var output = OutputUtilities.CreateUnknown(1).Apply(value => computed = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.False(await OutputUtilities.GetValueAsync(output));
        Assert.False(computed);
    }

    [Fact]
    public async Task A_secret_spreads_to_everything_made_from_it()
    {
        var secret = Output.CreateSecret("s");

        Assert.True(await Output.IsSecretAsync(secret.Apply(value => value.Length)));
        Assert.True(await Output.IsSecretAsync(Output.Create("a").Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.All<string>("a", secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple<string, string>("a", secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"a{secret}")));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Output.Create("a"))));
    }

    [Fact]
    public async Task One_unknown_value_makes_a_combination_unknown()
    {
        var unknown = OutputUtilities.CreateUnknown("");

        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All<string>("a", unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple<string, string>("a", unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Create("a").Apply(_ => unknown)));
    }

    [Fact]
    public async Task All_and_Tuple_keep_the_order()
    {
        var late = new TaskCompletionSource<string>();
        var all = Output.All(Output.Create(late.Task), Output.Create("second"));
        var tuple = Output.Tuple(Output.Create(late.Task), Output.Create(2), Output.Create(true));
        late.SetResult("first");

        Assert.Equal(["first", "second"], (await OutputUtilities.GetValueAsync(all)).ToArray());
        Assert.Equal(("first", 2, true), await OutputUtilities.GetValueAsync(tuple));
    }

    [Fact]
    public async Task Format_takes_outputs_inputs_and_plain_values_in_the_invariant_culture()
    {
        Input<string> input = "input";
        var text = Output.Format($"{Output.Create("output")} {input} {1.5} {"x",3} {{}}");

        Assert.Equal("output input 1.5   x {}", await OutputUtilities.GetValueAsync(text));
    }

    [Fact]
    public async Task JSON_is_written_from_the_outputs_and_inputs_inside_a_value()
    {
        var json = Output.JsonSerialize(Output.Create(new
        {
            Arn = Output.Create(Task.Run(() => "arn:x")),
            Secret = (Input<int>)Output.CreateSecret(1),
            List = new InputList<string> { "a", Output.Create("b") },
            Map = new InputMap<string> { ["k"] = "v" },
        }));

        Assert.Equal("""{"Arn":"arn:x","Secret":1,"List":["a","b"],"Map":{"k":"v"}}""", await OutputUtilities.GetValueAsync(json));
        Assert.True(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task JSON_with_an_unknown_value_inside_is_unknown()
    {
        var json = Output.JsonSerialize(Output.Create(new { Arn = OutputUtilities.CreateUnknown("") }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(json));
    }

    [Fact]
    public async Task JSON_is_read_into_a_type()
    {
        var values = Output.JsonDeserialize<ImmutableArray<int>>(Output.CreateSecret("[1,2]"));

        Assert.Equal("1 2", string.Join(" ", await OutputUtilities.GetValueAsync(values)));
        Assert.True(await Output.IsSecretAsync(values));
    }

    [Fact]
    public async Task A_failure_in_Apply_is_the_failure_of_the_output()
    {
        var output = Output.Create(1).Apply(Fail);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => OutputUtilities.GetValueAsync(output));
    }

    [Fact]
    public async Task Outputs_of_resources_carry_their_resources_along()
    {
        var server = await TestRun.AnsweredAsync(TestRun.Update, ("address", "10.0.0.1"));
        var derived = Output.Format($"http://{server.Address}/");

        Assert.Equal([server], await OutputUtilities.GetDependenciesAsync(derived));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(Output.Create(1)));
    }

    private static int Fail(int value) => throw new InvalidTimeZoneException($"broken at {value}");
}
