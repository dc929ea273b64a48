using System.Globalization;
using Engagement.Infra.EventStream;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Archive;

/// <summary>What lets Athena query the archive: a table over its files, a workgroup with a place for answers, and queries.</summary>
internal sealed class EventCatalog : ComponentResource
{
    private const string TableName = "events";

    private static readonly (string Name, string Type, string Meaning)[] Columns =
    [
        ("id", "string", "Id of the request; an event may be here more than once, always with this id"),
        ("at", "string", "When the request came, UTC, ISO 8601"),
        ("type", "string", "The event's type, as in the tracking plan"),
        ("endpoint", "string", "Id of the endpoint"),
        ("customer", "string", "Id of the user, where the request was signed"),
        ("attributes", "map<string,string>", "Texts of the event"),
        ("metrics", "map<string,double>", "Numbers of the event"),
    ];

    private readonly CustomResourceOptions asChild;

    /// <param name="name">Begins the names of resources.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="retentionDays">Days that the archive keeps files.</param>
    /// <param name="options">Its parent.</param>
    public EventCatalog(string name, EventArchive archive, int retentionDays, ComponentResourceOptions? options = null)
        : base("engagement:ses:EventCatalog", name, options)
    {
        asChild = new CustomResourceOptions { Parent = this };
        var table = CreateTable(name, archive.Bucket, retentionDays);
        var workgroup = CreateWorkgroup($"{name}-queries", archive.Bucket);
        foreach (var (query, text) in EventQueries.All)
        {
            _ = new Aws.Athena.NamedQuery(
                $"{name}-{query}", new() { Database = table.DatabaseName, Workgroup = workgroup.Name, Query = text }, asChild);
        }

        RegisterOutputs();
    }

    private Aws.Glue.CatalogTable CreateTable(string name, Aws.S3.Bucket bucket, int retentionDays)
    {
        var database = new Aws.Glue.CatalogDatabase(name, new()
        {
            // Without hyphens, which would need quotes in every query.
            Name = $"{Deployment.Instance.ProjectName}_{Deployment.Instance.StackName}".Replace('-', '_').ToLowerInvariant(),
            Description = "What was recorded",
        }, asChild);
        var location = Output.Format($"s3://{bucket.Id}/{EventFiles.Folder}");
        return new($"{name}-{TableName}", new()
        {
            Name = TableName,
            DatabaseName = database.Name,
            TableType = "EXTERNAL_TABLE",
            Parameters = Projection(location, retentionDays),
            PartitionKeys =
            {
                new Aws.Glue.Inputs.CatalogTablePartitionKeyArgs { Name = "dt", Type = "string", Comment = "UTC day of the file" },
                new Aws.Glue.Inputs.CatalogTablePartitionKeyArgs { Name = "hour", Type = "string", Comment = "UTC hour of the file" },
            },
            StorageDescriptor = JsonLines(location),
        }, asChild);
    }

    // Athena reckons which files there are, so that nothing has to tell it of new ones.
    private static InputMap<string> Projection(Output<string> location, int retentionDays) => new()
    {
        { "EXTERNAL", "TRUE" },
        { "classification", "json" },
        { "projection.enabled", "true" },
        { "projection.dt.type", "date" },
        { "projection.dt.format", "yyyy-MM-dd" },
        { "projection.dt.range", string.Create(CultureInfo.InvariantCulture, $"NOW-{retentionDays}DAYS,NOW") },
        { "projection.dt.interval", "1" },
        { "projection.dt.interval.unit", "DAYS" },
        { "projection.hour.type", "integer" },
        { "projection.hour.range", "0,23" },
        { "projection.hour.digits", "2" },
        { "storage.location.template", Output.Format($"{location}{EventFiles.Partition}") },
    };

    private static Aws.Glue.Inputs.CatalogTableStorageDescriptorArgs JsonLines(Output<string> location) => new()
    {
        Location = location,
        InputFormat = "org.apache.hadoop.mapred.TextInputFormat",
        OutputFormat = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        SerDeInfo = new Aws.Glue.Inputs.CatalogTableStorageDescriptorSerDeInfoArgs
        {
            SerializationLibrary = "org.openx.data.jsonserde.JsonSerDe",
            // One line that is no JSON must not end a query of millions.
            Parameters = { { "ignore.malformed.json", "true" } },
        },
        Columns =
        [
            .. Columns.Select(column => new Aws.Glue.Inputs.CatalogTableStorageDescriptorColumnArgs
            {
                Name = column.Name,
                Type = column.Type,
                Comment = column.Meaning,
            }),
        ],
    };

    // Answers hold what the archive holds, and go with it: the bucket deletes old files.
    private Aws.Athena.Workgroup CreateWorkgroup(string name, Aws.S3.Bucket bucket) => new(name, new()
    {
        Name = $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
        Description = "Queries of recorded events",
        Configuration = new Aws.Athena.Inputs.WorkgroupConfigurationArgs
        {
            EnforceWorkgroupConfiguration = true,
            ResultConfiguration = new Aws.Athena.Inputs.WorkgroupConfigurationResultConfigurationArgs
            {
                OutputLocation = Output.Format($"s3://{bucket.Id}/queries/"),
                EncryptionConfiguration = new Aws.Athena.Inputs.WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs
                {
                    EncryptionOption = "SSE_S3",
                },
            },
        },
    }, asChild);
}
