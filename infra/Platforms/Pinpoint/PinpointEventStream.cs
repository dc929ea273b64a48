using Engagement.Infra.EventStream;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>Has Pinpoint stream all that it records and sends to an archive.</summary>
internal static class PinpointEventStream
{
    /// <param name="archive">The archive, which the connection becomes a part of.</param>
    /// <param name="app">The application whose events are archived.</param>
    public static void Create(EventArchive archive, Aws.Pinpoint.App app)
    {
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
