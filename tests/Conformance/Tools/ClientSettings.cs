namespace Conformance.Tests.Tools;

/// <summary>Settings that make AWS's clients independent of the machine they run on.</summary>
internal static class ClientSettings
{
    /// <summary>Environment variables: any credentials will do, no settings of the machine's user count, nothing is tried twice.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "any",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_DEFAULT_REGION"] = "eu-west-1",
        ["AWS_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-aws-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-aws-credentials"),
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_PAGER"] = "",
        ["NO_PROXY"] = "127.0.0.1",
    };
}
