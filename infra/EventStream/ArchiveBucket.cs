using Engagement.Infra.Configuration;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.EventStream;

/// <summary>An encrypted bucket that no other account can reach. It deletes old files.</summary>
internal sealed class ArchiveBucket : ComponentResource
{
    private const int UnfinishedUploadDays = 1;

    public ArchiveBucket(string name, EventStreamSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:eventStream:ArchiveBucket", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Bucket = new Aws.S3.Bucket(name, new(), asChild);
        var publicAccess = new Aws.S3.BucketPublicAccessBlock($"{name}-public-access", new()
        {
            Bucket = Bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, asChild);
        _ = new Aws.S3.BucketOwnershipControls($"{name}-ownership", new()
        {
            Bucket = Bucket.Id,
            Rule = new Aws.S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, asChild);
        _ = new Aws.S3.BucketServerSideEncryptionConfiguration($"{name}-encryption", new()
        {
            Bucket = Bucket.Id,
            Rules = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault =
                    new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                    {
                        SseAlgorithm = "AES256",
                    },
            },
        }, asChild);
        _ = new Aws.S3.BucketLifecycleConfiguration($"{name}-lifecycle", new()
        {
            Bucket = Bucket.Id,
            Rules = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = "forget",
                Status = "Enabled",
                Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = settings.RetentionDays },
                AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                {
                    DaysAfterInitiation = UnfinishedUploadDays,
                },
            },
        }, asChild);
        _ = new Aws.S3.BucketPolicy($"{name}-policy", new()
        {
            Bucket = Bucket.Id,
            Policy = PolicyDocument.Allow(Statement.OnlyOverTls("s3:*", Bucket.Arn, Output.Format($"{Bucket.Arn}/*"))),
            // S3 refuses two changes of a bucket's access at the same time.
        }, new CustomResourceOptions { Parent = this, DependsOn = { publicAccess } });
        RegisterOutputs();
    }

    public Aws.S3.Bucket Bucket { get; }
}
