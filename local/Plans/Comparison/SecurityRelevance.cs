using System.Text.RegularExpressions;

namespace Engagement.Local.Plans.Comparison;

/// <summary>
/// What a reviewer has to see first. That is who may do what, what the public can reach, what is encrypted, how long it is kept, what is
/// protected, and data that goes.
/// </summary>
internal static partial class SecurityRelevance
{
    /// <summary>Why a change concerns security, such as <c>permissions</c>; empty where it does not.</summary>
    public static IReadOnlyList<string> Find(ResourceChange change)
    {
        var concerns = new SortedSet<string>(StringComparer.Ordinal);
        if (Permissions().IsMatch(change.Type))
        {
            concerns.Add("permissions");
        }

        if (PublicRoutes().IsMatch(change.Type))
        {
            concerns.Add("public routes");
        }

        if (change.Type.StartsWith("aws:secretsmanager/", StringComparison.Ordinal))
        {
            concerns.Add("secrets");
        }

        if (HoldsData().IsMatch(change.Type) && change.Kind is ChangeKind.Removed or ChangeKind.Replaced)
        {
            concerns.Add("data goes");
        }

        if (EncryptionTypes().IsMatch(change.Type))
        {
            concerns.Add("encryption");
        }

        concerns.UnionWith(change.Properties.SelectMany(property => OfProperty(change, property.Path)));
        return [.. concerns];
    }

    private static IEnumerable<string> OfProperty(ResourceChange change, string path)
    {
        if (Encryption().IsMatch(path))
        {
            yield return "encryption";
        }

        if (Retention().IsMatch(path))
        {
            yield return "retention";
        }

        if (Protection().IsMatch(path))
        {
            yield return "protection";
        }

        if (FunctionRole().IsMatch(path))
        {
            yield return "permissions";
        }

        if (Logs().IsMatch(path))
        {
            yield return "what is logged";
        }

        if (change is { Type: "", Name: "definitions" } && Identity().IsMatch(path))
        {
            yield return "who may say what";
        }

        if (change is { Type: "", Name: "definitions" } && Topic().IsMatch(path))
        {
            yield return "who cannot unsubscribe";
        }
    }

    [GeneratedRegex("^aws:iam/|^aws:lambda/permission:|[pP]olicy:", RegexOptions.CultureInvariant)]
    private static partial Regex Permissions();

    [
        GeneratedRegex(
            "^aws:apigateway/(restApi|domainName|basePathMapping|methodSettings|stage):|^aws:apigatewayv2/|^aws:lambda/functionUrl:|"
                + "^aws:wafv2/|bucketPublicAccessBlock:",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex PublicRoutes();

    [
        GeneratedRegex(
            "^aws:(dynamodb/table|pinpoint/app|sqs/queue|s3/bucket|cloudwatch/logGroup|secretsmanager/secret|"
                + "kinesis/firehoseDeliveryStream|kms/key):",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex HoldsData();

    [GeneratedRegex("[eE]ncryptionConfiguration:|^aws:(acm|kms)/", RegexOptions.CultureInvariant)]
    private static partial Regex EncryptionTypes();

    [GeneratedRegex(@"sse|kms|encrypt|securityPolicy|tls|certificate", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Encryption();

    [
        GeneratedRegex(
            @"retention|lifecycle(?!Scope)|expir|\bttl\b|recoveryWindow|days\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
    ]
    private static partial Regex Retention();

    [
        GeneratedRegex(
            @"^options\.(protect|retainOnDelete)|deletionProtection|pointInTimeRecovery|forceDestroy|versioning|publicAccess",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
    ]
    private static partial Regex Protection();

    [GeneratedRegex(@"^inputs\.(role|roleArn)$", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionRole();

    [GeneratedRegex(@"accessLogSettings|loggingLevel|dataTrace|loggingConfig", RegexOptions.CultureInvariant)]
    private static partial Regex Logs();

    [
        GeneratedRegex(
            @"^topics\.yaml$|^topics\.yaml\.topics(\.[^.]+(\.kind)?)?$|^(announcements|reminders|journeys)\.yaml\.[^.]+\.[^.]+\.topic$",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex Topic();

    [
        GeneratedRegex(
            @"\.identity$|acceptUnknownEvents|honorPrivacySignals|userAttributes|^events\.yaml\.events\.[^.]+$",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex Identity();
}
