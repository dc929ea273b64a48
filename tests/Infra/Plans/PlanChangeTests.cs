using Engagement.Local.Plans;
using Engagement.Local.Plans.Comparison;
using Infra.Tests.PulumiSdk;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Tests.Plans;

/// <summary>A change of one thing is a difference of that thing alone.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PlanChangeTests
{
    [Fact]
    public async Task One_setting()
    {
        var (removed, added) = PlannedStack.Difference(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.OfAsync("dev", ("pixel:batchSize", "500")));

        Assert.Equal(["batchSize: 1000"], removed);
        Assert.Equal(["batchSize: 500"], added);
    }

    [Fact]
    public async Task One_event()
    {
        var before = await PlannedStack.OfAsync("dev");
        var after = await PlannedStack.WithDefinitionAsync(
            "events.yaml",
            "  newsletter_signup:\n",
            "  cart_abandoned:\n    description: A cart was left.\n    identity: anonymous\n    attributes: [items]\n  newsletter_signup:\n");

        Assert.Equal(
            ["definitions", "outputs"],
            PlanComparison.Between(PlanYaml.Read("before", before), PlanYaml.Read("after", after)).Select(change => change.Name));
        var (_, added) = PlannedStack.Difference(before, after);
        Assert.Equal(["cart_abandoned:", "description: A cart was left.", "identity: anonymous", "attributes:", "- items"], added.Take(5));
        Assert.Contains(
            "cart_abandoned: ${pixel-stage.invokeUrl}/events?event=cart_abandoned&endpoint_id={{endpoint_id}}&evat_items={{items}}",
            added);
    }

    [Fact]
    public async Task One_statement_of_a_policy()
    {
        var (removed, added) = PlannedStack.Difference(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithAsync<Aws.Iam.RolePolicyArgs>("pixel-policy", args => args.Policy = Wider(args)));

        Assert.Empty(removed);
        Assert.Equal(["- sqs:DeleteMessage"], added);
    }

    [Fact]
    public async Task One_message_template()
    {
        const string File = "templates/price-change/subject.txt";
        var (removed, added) = PlannedStack.Difference(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithDefinitionAsync(File, "price", "PRICE"));

        Assert.StartsWith("subject: ", Assert.Single(removed), StringComparison.Ordinal);
        Assert.Contains("PRICE", Assert.Single(added), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_mapping_template()
    {
        var (removed, added) = PlannedStack.Difference(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithAsync<Aws.ApiGateway.RestApiArgs>("pixel", args =>
                args.Body = args.Body.Apply(body => body.Replace("try again later", "try again soon", StringComparison.Ordinal))));

        Assert.Contains(
            "try again later",
            Assert.Single(removed, line => line.StartsWith("application/json", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains(
            "try again soon",
            Assert.Single(added, line => line.StartsWith("application/json", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    private static Output<string> Wider(Aws.Iam.RolePolicyArgs args) => args.Policy.Apply(policy => policy.AsT0
        .Replace("\"sqs:SendMessage\"", "\"sqs:SendMessage\",\"sqs:DeleteMessage\"", StringComparison.Ordinal));
}
