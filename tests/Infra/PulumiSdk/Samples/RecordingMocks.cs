using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>Answers every resource with its inputs, unless told otherwise, and keeps what it was asked.</summary>
public sealed class RecordingMocks : IMocks
{
    private ImmutableList<MockResourceArgs> resources = [];
    private ImmutableList<MockCallArgs> calls = [];
    private ImmutableList<MockRegisterResourceOutputsRequest> outputs = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>> Answer { get; init; }
        = args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public Func<MockCallArgs, object> AnswerCall { get; init; } = args => args.Args;

    public ImmutableList<MockResourceArgs> Resources => resources;

    public ImmutableList<MockCallArgs> Calls => calls;

    public ImmutableList<MockRegisterResourceOutputsRequest> Outputs => outputs;

    public static RecordingMocks Returning(params (string Name, object Value)[] state) => new()
    {
        Answer = args =>
            Task.FromResult<(string?, object)>(($"{args.Name}-id", state.ToDictionary(entry => entry.Name, entry => entry.Value))),
    };

    public ImmutableDictionary<string, object> InputsOf(string name) => resources.Single(resource => resource.Name == name).Inputs;

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ImmutableInterlocked.Update(ref resources, (all, added) => all.Add(added), args);
        return await Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        ImmutableInterlocked.Update(ref calls, (all, added) => all.Add(added), args);
        return Task.FromResult(AnswerCall(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        ImmutableInterlocked.Update(ref outputs, (all, added) => all.Add(added), args);
        return Task.CompletedTask;
    }
}
