using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Iam;
using Engagement.Local.Resources;

namespace Local.Tests.Iam;

/// <summary>Roles deployed as the stack deploys them, and what they may do.</summary>
internal sealed class IamCloud : IResourcePolicies
{
    public const string Queue = "arn:aws:sqs:eu-west-1:000000000000:pixel";
    public const string Role = "arn:aws:iam::000000000000:role/recorder";

    private readonly Dictionary<string, string> resourcePolicies = [];

    public IamCloud()
    {
        Roles = new Roles(Context);
        Authorizer = new Authorizer(Context, Roles);
        Authorizer.Add(this);
    }

    public CloudContext Context { get; } = new()
    {
        Region = "eu-west-1",
        BaseUrl = new Uri("http://127.0.0.1:8080"),
        Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
    };

    public Roles Roles { get; }

    public Authorizer Authorizer { get; }

    public string? PolicyOf(string resourceArn) => resourcePolicies.GetValueOrDefault(resourceArn);

    /// <summary>A policy document of these statements, each an object in IAM's own words.</summary>
    public static string Document(params object[] statements) =>
        JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements });

    public static object Allow(string action, string resource, string? sid = null) =>
        new { Sid = sid ?? "", Effect = "Allow", Action = action, Resource = resource };

    public static object Trust(string service) =>
        new { Effect = "Allow", Action = "sts:AssumeRole", Principal = new { Service = service } };

    /// <summary>A cloud whose one role has one policy of these statements.</summary>
    public static IamCloud With(params object[] statements) => new IamCloud().HavingRole().HavingPolicy("policy", statements);

    public IamCloud HavingRole(string name = "recorder", params object[] trust)
    {
        Create(
            "aws:iam/role:Role",
            name,
            ("name", name),
            ("assumeRolePolicy", Document(trust.Length > 0 ? trust : [Trust("lambda.amazonaws.com")])));
        return this;
    }

    public IamCloud HavingPolicy(string name, params object[] statements)
    {
        Create("aws:iam/rolePolicy:RolePolicy", name, ("name", name), ("role", "recorder"), ("policy", Document(statements)));
        return this;
    }

    public IamCloud HavingResourcePolicy(string arn, params object[] statements)
    {
        resourcePolicies[arn] = Document(statements);
        return this;
    }

    public ResourceState Create(string type, string name, params (string Key, object Value)[] inputs) => Roles.ResourceTypes[type](
        new ResourceRequest(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value)),
        CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Null where the role may, otherwise AWS's words.</summary>
    public string? Denial(string action, string resource = Queue, Principal? caller = null)
    {
        try
        {
            Authorizer.Demand(caller ?? Principal.Role(Role, "record-pixel-events"), action, [resource]);
            return null;
        }
        catch (AwsException e)
        {
            return e.Message;
        }
    }

    public bool May(string action, string resource = Queue, Principal? caller = null) => Denial(action, resource, caller) is null;
}
