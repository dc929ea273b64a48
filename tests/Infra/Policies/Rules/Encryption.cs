using System.Collections.Immutable;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Whatever keeps data keeps it encrypted, and domains speak no TLS older than 1.2. Secrets Manager and CloudWatch Logs know no other way.
/// </summary>
internal sealed class Encryption : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from queue in graph.Of("aws:sqs/queue:Queue")
           where !IsOn(queue.Inputs, "sqsManagedSseEnabled") && !queue.Inputs.ContainsKey("kmsMasterKeyId")
           select $"{queue.Name} is a queue without encryption",
        .. from topic in graph.Of("aws:sns/topic:Topic")
           where !topic.Inputs.ContainsKey("kmsMasterKeyId")
           select $"{topic.Name} is a topic without a key",
        .. from table in graph.Of("aws:dynamodb/table:Table")
           where !IsOn(Block(table, "serverSideEncryption"), "enabled")
           select $"{table.Name} is a table without encryption",
        .. from stream in graph.Of("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream")
           where !IsOn(Block(stream, "serverSideEncryption"), "enabled")
           select $"{stream.Name} is a stream without encryption",
        .. from bucket in graph.Of("aws:s3/bucket:Bucket")
           where !graph.Of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
               .Any(encryption => encryption.Text("bucket") == $"{bucket.Name}-id")
           select $"{bucket.Name} is a bucket without encryption",
        .. from domain in graph.Of("aws:apigateway/domainName:DomainName")
           where (string?)domain.Inputs.GetValueOrDefault("securityPolicy") != "TLS_1_2"
           select $"{domain.Name} is a domain that may speak old TLS",
    ];

    private static ImmutableDictionary<string, object> Block(Registered resource, string key) =>
        resource.Inputs.ContainsKey(key) ? resource.Block(key) : ImmutableDictionary<string, object>.Empty;

    private static bool IsOn(ImmutableDictionary<string, object> inputs, string key) => inputs.GetValueOrDefault(key) is true;
}
