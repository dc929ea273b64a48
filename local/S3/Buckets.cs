using System.Collections.Concurrent;
using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.S3;

/// <summary>
/// S3's buckets as services of this cloud write to them. There is no S3 over HTTP: the control API shows what they hold.
/// </summary>
internal sealed class Buckets(CloudContext cloud, IAwsEndpoint endpoint) : IResourceProvider, IResourcePolicies
{
    private const string ArnPrefix = "arn:aws:s3:::";

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        ["aws:s3/bucket:Bucket"] = (request, _) => Task.FromResult(Create(request)),
        ["aws:s3/bucketPolicy:BucketPolicy"] = (request, _) => Task.FromResult(SetPolicy(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:s3/bucket:Bucket"] = new()
        {
            NameInput = "bucket",
            Update = (request, before, _) => Task.FromResult(State(request, before.Id!)),
            Delete = (bucket, _) => Do(() => Remove(bucket)),
        },
        ["aws:s3/bucketPolicy:BucketPolicy"] = new()
        {
            Update = (request, _, _) => Task.FromResult(SetPolicy(request)),
            Delete = (policy, _) => Do(() => buckets.GetValueOrDefault(policy.Id!)?.Policy = null),
        },
    };

    /// <summary>All buckets, by name.</summary>
    public IReadOnlyList<Bucket> All => [.. buckets.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal)];

    /// <summary>A bucket by its name; null where there is none.</summary>
    public Bucket? Find(string name) => buckets.GetValueOrDefault(name);

    /// <summary>Writes an object for a caller.</summary>
    /// <param name="caller">Who writes it.</param>
    /// <param name="bucketArn">Into which bucket.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsException">The caller may not, there is no such bucket, or a fault strikes.</exception>
    public Task PutAsync(
        Principal caller, string bucketArn, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        endpoint.CallAsync(
            caller,
            "s3",
            "PutObject",
            "s3:PutObject",
            $"{bucketArn}/{key}",
            _ =>
            {
                Get(bucketArn).Put(new(key, cloud.Clock.GetUtcNow(), content));
                return Task.FromResult(0);
            },
            cancellationToken);

    /// <inheritdoc/>
    public string? PolicyOf(string resourceArn) => resourceArn.StartsWith(ArnPrefix, StringComparison.Ordinal)
        ? buckets.GetValueOrDefault(resourceArn[ArnPrefix.Length..].Split('/')[0])?.Policy
        : null;

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private Bucket Get(string bucketArn) => buckets.GetValueOrDefault(bucketArn[ArnPrefix.Length..])
        ?? throw new AwsException(HttpStatusCode.NotFound, "NoSuchBucket", "The specified bucket does not exist");

    private ResourceState Create(ResourceRequest request)
    {
        var name = request.Text("bucket") ?? request.PhysicalName();
        return buckets.TryAdd(name, new(name))
            ? State(request, name)
            : throw request.Invalid("bucket", $"is '{name}', which there is already");
    }

    private ResourceState State(ResourceRequest request, string name)
    {
        request.InRegion(cloud).Known("bucket", "forceDestroy", "region", "tags");
        return new(name, new Dictionary<string, object>
        {
            ["arn"] = $"{ArnPrefix}{name}",
            ["bucket"] = name,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private void Remove(DeployedResource resource)
    {
        if (buckets.GetValueOrDefault(resource.Id!) is { Objects.Count: > 0 } && !resource.Request.Flag("forceDestroy", false))
        {
            throw new AwsException(HttpStatusCode.Conflict, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }

        buckets.TryRemove(resource.Id!, out _);
    }

    private ResourceState SetPolicy(ResourceRequest request)
    {
        var name = request.InRegion(cloud).Known("bucket", "policy", "region").RequiredText("bucket");
        var bucket = buckets.GetValueOrDefault(name) ?? throw request.Invalid("bucket", $"is '{name}', which there is not");
        bucket.Policy = request.RequiredText("policy");
        return new(name, new Dictionary<string, object>());
    }
}
