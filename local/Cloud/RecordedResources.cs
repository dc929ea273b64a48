using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Cloud;

/// <summary>
/// Resources that this cloud records without doing anything for them. All types without behaviour stand here, and
/// nowhere else: an alarm never goes off, a dashboard shows nothing.
/// </summary>
internal sealed class RecordedResources(CloudContext cloud) : IResourceProvider
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<(string Type, string Name), ResourceRequest> recorded = [];

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        // Where resources go is this machine, whatever a provider says.
        ["pulumi:providers:aws"] = (request, _) => Task.FromResult(Record(request, request.Name, [])),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = (request, _) => Task.FromResult(Alarm(request)),
        ["aws:cloudwatch/dashboard:Dashboard"] = (request, _) => Task.FromResult(Dashboard(request)),
        // Messages are not encrypted here: nothing leaves this machine's memory.
        ["aws:kms/key:Key"] = (request, _) => Task.FromResult(Key(request)),
        ["aws:kms/keyPolicy:KeyPolicy"] = (request, _) => Task.FromResult(Record(request, request.RequiredText("keyId"), [])),
        // The firewall lets everything through.
        ["aws:wafv2/webAcl:WebAcl"] = (request, _) =>
            Task.FromResult(Named(request, name => cloud.Arn("wafv2", $"regional/webacl/{name}"))),
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = (request, _) =>
            Task.FromResult(Record(request, request.RequiredText("resourceArn"), [])),
        // What Pinpoint records is not archived.
        ["aws:pinpoint/eventStream:EventStream"] = (request, _) =>
            Task.FromResult(Record(request, request.RequiredText("applicationId"), [])),
        // Objects stay as long as the bucket does, and its policy alone decides who may reach them.
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = OfBucket,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = OfBucket,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = OfBucket,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = OfBucket,
        ["aws:s3/bucketVersioning:BucketVersioning"] = OfBucket,
        // Archived files are read as files; there is no Athena here to query them.
        ["aws:glue/catalogDatabase:CatalogDatabase"] = (request, _) => Task.FromResult(Database(request)),
        ["aws:glue/catalogTable:CatalogTable"] = (request, _) => Task.FromResult(Table(request)),
        ["aws:athena/workgroup:Workgroup"] = (request, _) =>
            Task.FromResult(Named(request, name => cloud.Arn("athena", $"workgroup/{name}"))),
        ["aws:athena/namedQuery:NamedQuery"] = (request, _) => Task.FromResult(Query(request)),
        // There is no DNS here that could hold the records of the domain that mail comes from.
        ["aws:route53/record:Record"] = (request, _) => Task.FromResult(Record(
            request,
            $"{request.RequiredText("zoneId")}_{request.RequiredText("name")}_{request.RequiredText("type")}",
            new() { ["fqdn"] = request.RequiredText("name") })),
        // No name leads to this machine: an API answers at its own address, whatever other domain it has.
        ["aws:acm/certificate:Certificate"] = (request, _) => Task.FromResult(Certificate(request)),
        ["aws:acm/certificateValidation:CertificateValidation"] = (request, _) => Task.FromResult(Record(
            request, request.RequiredText("certificateArn"), [])),
        ["aws:apigateway/domainName:DomainName"] = (request, _) => Task.FromResult(Domain(request)),
        ["aws:apigateway/basePathMapping:BasePathMapping"] = (request, _) => Task.FromResult(Record(
            request.InRegion(cloud), $"{request.RequiredText("domainName")}/{request.RequiredText("restApi")}", [])),
    };

    /// <summary>What has no behaviour changes and goes without any.</summary>
    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles =>
        ResourceTypes.ToDictionary(type => type.Key, type => new ResourceLifecycle
        {
            Update = (request, _, cancellationToken) => type.Value(request, cancellationToken),
            Delete = (resource, _) =>
            {
                lock (gate)
                {
                    recorded.Remove((resource.Request.Type, resource.Request.Seed));
                }

                return Task.CompletedTask;
            },
        });

    /// <summary>Those recorded, in order.</summary>
    public IReadOnlyList<ResourceRequest> All
    {
        get
        {
            lock (gate)
            {
                return [.. recorded.Values];
            }
        }
    }

    private ResourceState Alarm(ResourceRequest request)
    {
        request.InRegion(cloud);
        request.RequiredText("comparisonOperator");
        var name = request.PhysicalName();
        return Record(request, name, new() { ["name"] = name, ["arn"] = cloud.Arn("cloudwatch", $"alarm:{name}") });
    }

    private ResourceState Dashboard(ResourceRequest request)
    {
        var name = request.InRegion(cloud).RequiredText("dashboardName");
        try
        {
            JsonDocument.Parse(request.RequiredText("dashboardBody")).Dispose();
        }
        catch (JsonException e)
        {
            throw request.Invalid("dashboardBody", $"is not JSON: {e.Message}");
        }

        // Dashboards belong to the account, not to a region.
        return Record(request, name, new() { ["dashboardArn"] = $"arn:aws:cloudwatch::{cloud.Account}:dashboard/{name}" });
    }

    private ResourceState Named(ResourceRequest request, Func<string, string> arn)
    {
        var name = request.InRegion(cloud).PhysicalName();
        return Record(request, name, new() { ["name"] = name, ["arn"] = arn(name) });
    }

    private Task<ResourceState> OfBucket(ResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Record(request, request.RequiredText("bucket"), []));

    private ResourceState Certificate(ResourceRequest request)
    {
        var name = request.InRegion(cloud).RequiredText("domainName");
        var arn = cloud.Arn("acm", $"certificate/{name}");
        return Record(request, arn, new()
        {
            ["arn"] = arn,
            ["domainValidationOptions"] = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("domainName", name)
                .Add("resourceRecordName", $"_proof.{name}")
                .Add("resourceRecordType", "CNAME")
                .Add("resourceRecordValue", "_proof.acm-validations.aws")),
        });
    }

    private ResourceState Domain(ResourceRequest request)
    {
        var name = request.InRegion(cloud).RequiredText("domainName");
        return Record(request, name, new()
        {
            ["arn"] = $"arn:aws:apigateway:{cloud.Region}::/domainnames/{name}",
            ["regionalDomainName"] = $"d-local.execute-api.{cloud.Region}.amazonaws.com",
            ["regionalZoneId"] = "Z0LOCAL",
        });
    }

    private ResourceState Database(ResourceRequest request)
    {
        var name = request.InRegion(cloud).PhysicalName();
        return Record(request, $"{cloud.Account}:{name}", new()
        {
            ["name"] = name,
            ["arn"] = cloud.Arn("glue", $"database/{name}"),
            ["catalogId"] = cloud.Account,
        });
    }

    private ResourceState Table(ResourceRequest request)
    {
        var (database, name) = (request.InRegion(cloud).RequiredText("databaseName"), request.PhysicalName());
        return Record(request, $"{cloud.Account}:{database}:{name}", new()
        {
            ["name"] = name,
            ["arn"] = cloud.Arn("glue", $"table/{database}/{name}"),
            ["catalogId"] = cloud.Account,
        });
    }

    private ResourceState Query(ResourceRequest request)
    {
        request.InRegion(cloud).RequiredText("query");
        var name = request.PhysicalName();
        return Record(request, name, new() { ["name"] = name });
    }

    private ResourceState Key(ResourceRequest request)
    {
        // In AWS a key's id is drawn by chance; here it is the same in every run.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Type}/{request.Name}")).AsSpan(0, 16)).ToString();
        return Record(request.InRegion(cloud), id, new() { ["keyId"] = id, ["arn"] = cloud.Arn("kms", $"key/{id}") });
    }

    private ResourceState Record(ResourceRequest request, string id, Dictionary<string, object> outputs)
    {
        lock (gate)
        {
            recorded[(request.Type, request.Seed)] = request;
        }

        return new(id, outputs);
    }
}
