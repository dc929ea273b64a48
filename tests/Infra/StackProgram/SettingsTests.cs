using System.Collections.Immutable;
using Engagement.Local.Configuration;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.StackProgram;

/// <summary>A wrong setting stops the program before anything is declared, and the error names its full key.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class SettingsTests
{
    [Theory]
    [InlineData("handlers:architecture", "sparc", "handlers:architecture: 'sparc' is not one of arm64, x86_64.")]
    [InlineData("handlers:memoryMegabytes", "64", "handlers:memoryMegabytes: '64' is not a whole number from 128 to 10240.")]
    [InlineData("handlers:logRetentionDays", "31", "handlers:logRetentionDays: '31' is not one of 1, 3, 5, 7, 14, 30, 60,")]
    [InlineData("pixel:rateLimit", "many", "pixel:rateLimit: 'many' is not a whole number from 1 to 10000.")]
    [InlineData("pixel:maximumConcurrency", "1", "pixel:maximumConcurrency: '1' is not a whole number from 2 to 1000.")]
    [InlineData("pixel:acceptUnknownEvents", "yes", "pixel:acceptUnknownEvents: 'yes' is not one of true, false.")]
    [InlineData("identity:signingKey", "short", "identity:signingKey: is shorter than 32 characters.")]
    [InlineData("identity:maximumValidityDays", "367", "identity:maximumValidityDays: '367' is not a whole number from 1 to 366.")]
    [InlineData("identity:maximumValidityDays", "P31D", "identity:maximumValidityDays: 'P31D' is not a whole number from 1 to 366.")]
    [InlineData("email:fromAddress", "shop@example.com", "email:identityArn: is missing, but email:fromAddress is set.")]
    [InlineData("definitions:directory", "nowhere", "definitions:directory: there is no folder '")]
    [InlineData("engagement:platform", "braze", "engagement:platform: 'braze' is not one of pinpoint, ses.")]
    [InlineData(
        "companyEvents:protectLedger",
        "true",
        "companyEvents:protectLedger: is now ledgers:protect; remove the old key and set the new one.")]
    public async Task A_wrong_setting_is_named_with_its_key_and_what_is_allowed(string key, string value, string expected)
    {
        var error = await RecordingEngine.RefusalAsync((key, value));

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        var error = await RecordingEngine.RefusalAsync(("handlers:architecture", "sparc"), ("pixel:batchSize", "0"));

        Assert.Contains("handlers:architecture:", error, StringComparison.Ordinal);
        Assert.Contains("pixel:batchSize:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_is_chosen_by_name_and_is_Pinpoint_by_default() => Assert.Equal(
        (await RecordingEngine.RunAsync()).Resources.Select(resource => resource.Name),
        (await RecordingEngine.RunAsync(("engagement:platform", "pinpoint"))).Resources.Select(resource => resource.Name));

    [Fact]
    public async Task A_missing_signing_key_comes_with_the_command_that_sets_it()
    {
        var configuration = new StackConfiguration
        {
            Stack = "dev",
            Values = ImmutableSortedDictionary<string, string>.Empty.Add("aws:region", RecordingEngine.Region),
            SecretKeys = [],
        };
        var error = await RecordingEngine.RefusalAsync(configuration);

        Assert.Contains(
            "identity:signingKey: is missing; set it with 'pulumi config set --secret identity:signingKey",
            error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "aws:region: is missing; set it with 'pulumi config set aws:region eu-west-1'.")]
    [InlineData(" ", "aws:region: is missing;")]
    [InlineData("Ireland", "aws:region: 'Ireland' is not an AWS region, such as eu-west-1.")]
    [InlineData("eu-west-1a", "aws:region: 'eu-west-1a' is not an AWS region, such as eu-west-1.")]
    public async Task A_region_that_is_missing_or_none_is_named_before_the_provider_asks(string? region, string expected)
    {
        var values = ImmutableSortedDictionary<string, string>.Empty.Add("identity:signingKey", "a-signing-key-for-tests-of-32-characters");
        var error = await RecordingEngine.RefusalAsync(new StackConfiguration
        {
            Stack = "dev",
            Values = region is null ? values : values.Add("aws:region", region),
            SecretKeys = ["identity:signingKey"],
        });

        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n').Skip(1));
    }

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("eusc-de-east-1")]
    public async Task A_region_of_any_partition_is_taken(string region) =>
        Assert.NotEmpty((await RecordingEngine.RunAsync(("aws:region", region))).Resources);

    [Fact]
    public async Task A_secret_that_is_too_short_is_not_shown()
    {
        var error = await RecordingEngine.RefusalAsync(("identity:signingKey", "hunter2"));

        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_definition_is_named_with_file_line_and_key()
    {
        var folder = Directory.CreateTempSubdirectory("definitions");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "events.yaml"), "events:\n  signup:\n    identity: anon\n");
            var error = await RecordingEngine.RefusalAsync(("definitions:directory", folder.FullName));

            Assert.Contains("events.yaml:3:15: events.signup.identity:", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
