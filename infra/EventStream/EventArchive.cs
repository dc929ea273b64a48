using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.EventStream;

/// <summary>
/// Everything that the platform records and sends, as files that analysts can read. The platform streams its events to Firehose, which
/// gathers them in a bucket that deletes old files.
/// </summary>
internal sealed class EventArchive : ComponentResource
{
    // The largest that Firehose takes, for the fewest files.
    private const int BufferSeconds = 900;
    private const int BufferMegabytes = 128;
    private const int AnHour = 3_600;
    private const string LogStream = "delivery";

    public EventArchive(string name, EventArchiveArgs args, ComponentResourceOptions? options = null)
        : base("engagement:eventStream:EventArchive", name, options)
    {
        Bucket = new ArchiveBucket($"{name}-bucket", args.Settings, new ComponentResourceOptions { Parent = this }).Bucket;
        var log = new Aws.CloudWatch.LogGroup($"{name}-log", new()
        {
            NamePrefix = $"/aws/kinesisfirehose/{Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.LogRetentionDays,
        }, new CustomResourceOptions { Parent = this });
        Stream = CreateStream(name, args.Prefix, log);
        ThresholdAlarm.Older(
            $"{name}-age",
            "Events wait for more than an hour to be archived: the stream may not write to its bucket. Read its log. Firehose tries for"
                + " 24 hours, then drops events.",
            new("AWS/Firehose", "DeliveryToS3.DataFreshness", "Maximum", new InputMap<string> { { "DeliveryStreamName", Stream.Name } }),
            AnHour,
            this);
        RegisterOutputs();
    }

    public Aws.Kinesis.FirehoseDeliveryStream Stream { get; }

    public Aws.S3.Bucket Bucket { get; }

    private Aws.Kinesis.FirehoseDeliveryStream CreateStream(string name, string prefix, Aws.CloudWatch.LogGroup log)
    {
        var (role, policy) = ServiceRole.Create(
            $"{name}-delivery",
            Statement.Trust("firehose.amazonaws.com", OutputArn.Account(log.Arn), "sts:ExternalId"),
            this,
            new Statement("FindBucket")
            {
                Actions = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
                Resources = [Bucket.Arn],
            },
            // The names of files hold the time of their writing.
            new("WriteFiles")
            {
                Actions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
                Resources = [Output.Format($"{Bucket.Arn}/*")],
            },
            new("WriteLog") { Actions = ["logs:PutLogEvents"], Resources = [Output.Format($"{log.Arn}:log-stream:{LogStream}")] });
        return new Aws.Kinesis.FirehoseDeliveryStream(name, new()
        {
            Destination = "extended_s3",
            ServerSideEncryption = new Aws.Kinesis.Inputs.FirehoseDeliveryStreamServerSideEncryptionArgs
            {
                Enabled = true,
                KeyType = "AWS_OWNED_CMK",
            },
            ExtendedS3Configuration = new Aws.Kinesis.Inputs.FirehoseDeliveryStreamExtendedS3ConfigurationArgs
            {
                BucketArn = Bucket.Arn,
                RoleArn = role.Arn,
                Prefix = prefix,
                ErrorOutputPrefix = "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
                BufferingInterval = BufferSeconds,
                BufferingSize = BufferMegabytes,
                CompressionFormat = "GZIP",
                CloudwatchLoggingOptions = new Aws.Kinesis.Inputs.FirehoseDeliveryStreamExtendedS3ConfigurationCloudwatchLoggingOptionsArgs
                {
                    Enabled = true,
                    LogGroupName = log.Name,
                    LogStreamName = LogStream,
                },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
    }
}
