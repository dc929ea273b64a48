using Engagement.Infra.Configuration;
using Engagement.Infra.EventStream;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>Has Pinpoint stream all that it records and sends to an archive.</summary>
internal static class PinpointEventStream
{
    /// <param name="settings">How long the archive lasts.</param>
    /// <param name="logRetentionDays">How long the log of deliveries is kept, in days.</param>
    /// <param name="app">The application whose events are archived.</param>
    public static void Create(EventStreamSettings settings, int logRetentionDays, Aws.Pinpoint.App app)
    {
        // The connection is a part of the archive.
        var archive = new EventArchive("event-archive", new()
        {
            Settings = settings,
            Prefix = "events/!{timestamp:yyyy/MM/dd}/",
            LogRetentionDays = logRetentionDays,
        });
        var name = archive.GetResourceName();
        var (role, policy) = ServiceRole.Create(
            $"{name}-source",
            Statement.Trust("pinpoint.amazonaws.com", OutputArn.Account(app.Arn)),
            archive,
            new Statement("StreamEvents")
            {
                Actions = ["firehose:DescribeDeliveryStream", "firehose:PutRecordBatch"],
                Resources = [archive.Stream.Arn],
            });
        _ = new Aws.Pinpoint.EventStream(name, new()
        {
            ApplicationId = app.ApplicationId,
            DestinationStreamArn = archive.Stream.Arn,
            RoleArn = role.Arn,
        }, new CustomResourceOptions { Parent = archive, DependsOn = { policy } });
    }
}
