using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Pulumi.Testing;

namespace Local.Tests;

/// <summary>A whole cloud, with resources that a program declares one by one, and permissions enforced.</summary>
internal sealed class DeployedCloud : IAsyncDisposable
{
    private readonly List<MockResourceArgs> program = [];

    public LocalCloud Local { get; } = new(
        new()
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
        });

    public VirtualClock Clock => Local.Context.Clock;

    /// <summary>The account itself, which may do everything.</summary>
    public Principal Owner => Local.CallerOf("AKIATEST");

    /// <summary>A map as Pulumi passes it.</summary>
    public static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    /// <summary>A list as Pulumi passes it.</summary>
    public static ImmutableArray<object> List(params object[] items) => [.. items];

    /// <summary>Adds a resource to the program, and deploys it again.</summary>
    public Task CreateAsync(string type, params (string Key, object Value)[] inputs)
    {
        program.Add(new MockResourceArgs { Type = type, Name = $"made-{program.Count}", Inputs = Map(inputs) });
        return DeployAsync();
    }

    /// <summary>Takes the latest resource out of the program, and deploys it again.</summary>
    public Task RemoveLatestAsync()
    {
        program.RemoveAt(program.Count - 1);
        return DeployAsync();
    }

    /// <summary>A role that a service may act as, with one policy.</summary>
    public async Task<string> RoleAsync(string name, string service, string statement)
    {
        await CreateAsync("aws:iam/role:Role", ("name", name), ("assumeRolePolicy", $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"{{{service}}}"} }]}
            """));
        await CreateAsync(
            "aws:iam/rolePolicy:RolePolicy",
            ("name", "all"),
            ("role", name),
            ("policy", $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));
        return $"arn:aws:iam::000000000000:role/{name}";
    }

    /// <summary>A call in REST-JSON or AWS JSON; the answer's status and body.</summary>
    public async Task<(int Status, JsonNode Body, string? Error)> SendAsync(
        string service, string method, string path, JsonNode? body = null, string? target = null, Principal? caller = null)
    {
        var parts = path.Split('?', 2);
        var response = await Local.Endpoint.SendAsync(
            service,
            new()
            {
                Method = method,
                Path = parts[0],
                Query = parts.ElementAtOrDefault(1) ?? "",
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = target ?? "" },
                Body = Encoding.UTF8.GetBytes(body?.ToJsonString() ?? ""),
                Caller = caller ?? Owner,
            },
            CancellationToken.None);
        var answer = response.Body.IsEmpty ? new JsonObject() : JsonNode.Parse(response.Body.Span)!;
        return (response.StatusCode, answer, response.Headers.GetValueOrDefault("x-amzn-ErrorType") ?? AwsJson.ErrorName(answer));
    }

    public ValueTask DisposeAsync() => Local.DisposeAsync();

    private async Task DeployAsync()
    {
        Local.Program = async (engine, _, _) =>
        {
            foreach (var resource in program)
            {
                await engine.NewResourceAsync(resource);
            }
        };
        await Local.DeployAsync(
            new() { Stack = "dev", Values = ImmutableSortedDictionary<string, string>.Empty, SecretKeys = [] },
            _ => { },
            CancellationToken.None);
    }
}
