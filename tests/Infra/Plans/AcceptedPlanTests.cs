using Engagement.Infra.Configuration;
using Engagement.Local.Commands;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Plans;

/// <summary>The plans in <c>plans/</c> are what the code declares; a change of what is declared shows to its reviewers.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class AcceptedPlanTests
{
    [Fact]
    public async Task Accepted_plans_are_what_the_code_declares()
    {
        var differences = await PlanCommand.DifferencesAsync(PlannedStack.Files, CancellationToken.None);

        Assert.True(
            differences.Count == 0,
            $"The code declares something else than plans/ says:\n\n{string.Join('\n', differences)}\n\nAccept it with: "
                + $"{PlanCommand.AcceptCommand}");
    }

    [Fact]
    public async Task The_provider_gets_settings_as_Pulumi_reads_them_and_shows_no_secret()
    {
        using var copy = new StackFiles();
        copy.Change(
            "Pulumi.dev.yaml",
            "      environment: dev",
            "      environment: dev\n      account: 12345678901234567890\n      amount: 1,000\n      rate: NaN\n  aws:assumeRole: { "
                + "roleArn: any, externalId: { secure: v1:cipher } }");
        await File.WriteAllTextAsync(copy.At("Pulumi.yaml"), "name: engagement\nruntime: dotnet\nconfig:\n  aws:profile: shop\n");
        await copy.RunAsync(PlanCommand.WriteAsync);
        var provider = (await File.ReadAllTextAsync(copy.At("plans/dev.yaml"))).Split("definitions:")[0];

        Assert.EndsWith(
            """
            provider:
              aws:assumeRole:
                roleArn: any
                externalId: '[secret]'
              aws:defaultTags:
                tags:
                  project: engagement
                  environment: dev
                  account: 12345678901234567890
                  amount: '1,000'
                  rate: NaN
              aws:profile: shop
              aws:region: eu-west-1

            """,
            provider,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_environment_has_a_plan_and_every_plan_an_environment()
    {
        Assert.Equal(["dev", "prod", "ses"], PlannedStack.Files.Stacks);
        Assert.Empty(PlannedStack.Files.Left);
    }

    [Fact]
    public async Task Check_prints_the_difference_and_the_command_that_accepts_it_and_fails()
    {
        using var copy = new StackFiles();
        copy.Change("plans/dev.yaml", "maxReceiveCount: 20", "maxReceiveCount: 19");

        var (code, output, error) = await copy.RunAsync(PlanCommand.CheckAsync);

        Assert.Equal(1, code);
        Assert.StartsWith("--- a/plans/dev.yaml\n+++ b/plans/dev.yaml\n@@ -", output, StringComparison.Ordinal);
        Assert.Contains("\n-        maxReceiveCount: 19\n+        maxReceiveCount: 20\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("plans/prod.yaml", output, StringComparison.Ordinal);
        Assert.Contains("\n  dotnet run --project local -- plan\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_is_in_colour_where_the_terminal_has_it()
    {
        using var copy = new StackFiles();
        copy.Change("plans/dev.yaml", "maxReceiveCount: 20", "maxReceiveCount: 19");

        var (_, output, _) = await copy.RunAsync(PlanCommand.CheckAsync, colours: true);

        Assert.Contains(
            "\n\u001b[31m-        maxReceiveCount: 19\u001b[0m\n\u001b[32m+        maxReceiveCount: 20\u001b[0m\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_accepts_and_then_the_check_passes()
    {
        using var copy = new StackFiles();
        copy.Change("plans/dev.yaml", "maxReceiveCount: 20", "maxReceiveCount: 19");
        copy.Change("Pulumi.prod.yaml", "environment: prod", "environment: production");

        Assert.Equal((0, "plans/dev.yaml: written\nplans/prod.yaml: written\nplans/ses.yaml: unchanged\n"), await WrittenAsync(copy));
        Assert.Equal(0, (await copy.RunAsync(PlanCommand.CheckAsync)).Code);
        Assert.Equal((0, "plans/dev.yaml: unchanged\nplans/prod.yaml: unchanged\nplans/ses.yaml: unchanged\n"), await WrittenAsync(copy));
    }

    [Fact]
    public async Task A_new_environment_is_missing_its_plan_and_an_old_one_has_one_too_many()
    {
        using var copy = new StackFiles();
        File.Move(copy.At("Pulumi.prod.yaml"), copy.At("Pulumi.staging.yaml"));

        var (code, output, _) = await copy.RunAsync(PlanCommand.CheckAsync);

        Assert.Equal(1, code);
        Assert.Contains("\n+stack: staging\n", output, StringComparison.Ordinal);
        Assert.Contains("\n-stack: prod\n", output, StringComparison.Ordinal);
        Assert.Equal(
            (
                0,
                "plans/dev.yaml: unchanged\nplans/ses.yaml: unchanged\nplans/staging.yaml: new\n"
                    + "plans/prod.yaml: removed, there is no Pulumi.prod.yaml\n"),
            await WrittenAsync(copy));
        Assert.False(File.Exists(copy.At("plans/prod.yaml")));
    }

    [Theory]
    [InlineData(
        "  pixel:rateLimt: 700",
        "pixel:rateLimt: there is no such setting; under pixel: there are acceptUnknownEvents, batchSize, ")]
    [InlineData("  pixle:rateLimit: 700", "pixle:rateLimit: there is no such setting; settings are under ")]
    [InlineData("  rateLimit: 700", "engagement:rateLimit: there is no such setting; under engagement: there are platform.")]
    [InlineData("  handlers:architecture: sparc", "handlers:architecture: 'sparc' is not one of arm64, x86_64.")]
    [InlineData(
        "  identity:signingKey: 0123456789012345678901234567890123456789",
        "identity:signingKey: is a secret, but not encrypted; set another with 'pulumi config set --secret identity:signingKey'")]
    [InlineData("  pixel:rateLimit: [", "Pulumi.dev.yaml:8:")]
    public async Task A_wrong_setting_is_told_without_a_stack_trace(string line, string expected)
    {
        using var copy = new StackFiles();
        await File.AppendAllTextAsync(copy.At("Pulumi.dev.yaml"), line + "\n");

        var (code, output, error) = await copy.RunAsync(PlanCommand.CheckAsync);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789012345678901234567890123456789", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> WrittenAsync(StackFiles copy)
    {
        var (code, output, _) = await copy.RunAsync(PlanCommand.WriteAsync);
        return (code, output);
    }
}
