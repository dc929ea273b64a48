using System.Collections.Immutable;
using Local.Tests.Http;
using Pulumi.Testing;

namespace Local.Tests.Platforms;

/// <summary>What stacks declare for their platform, as far as the control API looks at it.</summary>
internal static class PlatformStack
{
    /// <summary>Customers, runs and the archive of a stack on <c>ses</c>, and its sender.</summary>
    public static MockResourceArgs[] Ses =>
    [
        Table("customers", "id"),
        Table("customers-pointers", "id"),
        Table("customers-dates", "bucket", "entry"),
        Table("campaigns-runs", "id"),
        Resource("aws:sesv2/emailIdentity:EmailIdentity", "domain", ("emailIdentity", "example.com")),
        Resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "event-archive",
            ("name", "archive"),
            ("destination", "extended_s3"),
            ("extendedS3Configuration", DeployedCloud.Map(
                ("bucketArn", "arn:aws:s3:::none"), ("roleArn", "arn:aws:iam::000000000000:role/none")))),
    ];

    /// <summary>What journeys know, which stacks have on each platform.</summary>
    public static MockResourceArgs[] Journeys => [Table("journeys-customers", "id"), Table("journeys-books", "kind", "name")];

    /// <summary>The physical name of a table.</summary>
    public static string NameOf(string table) => $"{table}-table";

    public static async Task DeployAsync(ServedCloud served, params MockResourceArgs[] program)
    {
        served.Cloud.Program = async (engine, _, _) =>
        {
            foreach (var resource in program)
            {
                await engine.NewResourceAsync(resource);
            }
        };
        await served.Cloud.DeployAsync(
            new() { Stack = "test", Values = ImmutableSortedDictionary<string, string>.Empty, SecretKeys = [] },
            _ => { },
            CancellationToken.None);
    }

    private static MockResourceArgs Table(string name, params string[] keys) => Resource(
        "aws:dynamodb/table:Table", name,
        [
            ("name", NameOf(name)),
            ("hashKey", keys[0]),
            ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", DeployedCloud.List([.. keys.Select(key => DeployedCloud.Map(("name", key), ("type", "S")))])),
            .. keys.Skip(1).Select(key => ("rangeKey", (object)key)),
        ]);

    private static MockResourceArgs Resource(string type, string name, params (string Key, object Value)[] inputs) =>
        new() { Type = type, Name = name, Inputs = DeployedCloud.Map(inputs) };
}
