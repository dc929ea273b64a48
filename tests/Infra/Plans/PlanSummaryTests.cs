using System.Text.Json.Nodes;
using Engagement.Local.Commands;
using Engagement.Local.Plans;
using Engagement.Local.Plans.Comparison;
using Infra.Tests.PulumiSdk;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Tests.Plans;

/// <summary>What a reviewer reads on a pull request.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PlanSummaryTests
{
    [Fact]
    public async Task Nothing_changed() =>
        Assert.Equal(
            "## Infrastructure\n\nNo change in `dev`.\n",
            Summary(await PlannedStack.OfAsync("dev"), await PlannedStack.OfAsync("dev")));

    [Fact]
    public async Task One_setting_is_folded_away_with_its_values()
    {
        var summary = Summary(await PlannedStack.OfAsync("dev"), await PlannedStack.OfAsync("dev", ("pixel:batchSize", "500")));

        Assert.Contains("| dev | 0 | 1 | 0 | 0 | 0 |\n", summary, StringComparison.Ordinal);
        Assert.Contains(
            """
            <details><summary>Changed: 1</summary>

            **`pixel-source`** (EventSourceMapping, `aws:lambda/eventSourceMapping:EventSourceMapping`) changed

            - `batchSize`: `1000` → `500`

            </details>
            """.ReplaceLineEndings("\n"),
            summary,
            StringComparison.Ordinal);
        Assert.DoesNotContain("#### ", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_event_is_shown_with_what_it_takes_and_the_url_to_paste()
    {
        var summary = Summary(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithDefinitionAsync(
                "events.yaml",
                "  newsletter_signup:\n",
                "  cart_abandoned:\n    description: A cart was left.\n    identity: anonymous\n  newsletter_signup:\n"));

        Assert.Contains(
            "#### Concerns security\n\n**`definitions`** (part of the plan) changed: who may say what\n\n- "
                + "`events.yaml.events.cart_abandoned`:\n",
            summary,
            StringComparison.Ordinal);
        Assert.Contains("\n  +identity: anonymous\n", summary, StringComparison.Ordinal);
        Assert.Contains(
            "- `gtmImageUrls.cart_abandoned`: new → `${pixel-stage.invokeUrl}/events?event=cart_abandoned&endpoint_id={{endpoint_id}}`\n",
            summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_customers_can_no_longer_unsubscribe_from_stands_at_the_top()
    {
        var summary = Summary(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithDefinitionAsync("announcements.yaml", "    topic: news\n", "    topic: service\n"));

        Assert.Contains(
            "\n\n**Customers cannot unsubscribe** (dev): now from the announcement `feature_release` (topic `service`).\n",
            summary,
            StringComparison.Ordinal);
        Assert.Contains("**`definitions`** (part of the plan) changed: who cannot unsubscribe\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_statement_of_a_policy_comes_first()
    {
        var summary = Summary(
            await PlannedStack.OfAsync("dev"),
            await PlannedStack.WithAsync<Aws.Iam.RolePolicyArgs>(
                "pixel-policy",
                args => args.Policy = args.Policy.Apply(policy => policy.AsT0
                    .Replace("\"sqs:SendMessage\"", "\"sqs:SendMessage\",\"sqs:DeleteMessage\"", StringComparison.Ordinal))));

        Assert.Contains(
            "### dev\n\n#### Concerns security\n\n**`pixel-policy`** (RolePolicy, `aws:iam/rolePolicy:RolePolicy`) changed: "
                + "permissions\n\n- `policy.Statement[StoreRequest].Action`: + `sqs:DeleteMessage`\n",
            summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_mapping_template_replaces_the_deployment_that_serves_it()
    {
        var plan = await PlannedStack.OfAsync("dev");
        var summary = Summary(plan, plan.Replace("Every directive ends", "Each directive ends", StringComparison.Ordinal));

        Assert.Contains("| dev | 0 | 1 | 1 | 0 | 1 |\n", summary, StringComparison.Ordinal);
        Assert.Contains(
            "**`pixel`** (RestApi, `aws:apigateway/restApi:RestApi`) changed: public routes\n",
            summary,
            StringComparison.Ordinal);
        Assert.Contains(
            "\n  -## Every directive ends in ## so that no line end of this file reaches the request.\n  +## Each directive ends in ##",
            summary,
            StringComparison.Ordinal);
        Assert.Contains(
            "**`pixel-deployment`** (Deployment, `aws:apigateway/deployment:Deployment`) replaced\n\nReplaced, because triggers cannot be "
                + "changed in place, and pixel is changed.\n",
            summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_replaces_data_says_so_and_that_protection_stands_in_the_way()
    {
        var summary = Summary(
            Plan("table: { type: 'aws:dynamodb/table:Table', options: { protect: true }, inputs: { hashKey: id, name: a } }"),
            Plan("table: { type: 'aws:dynamodb/table:Table', options: { protect: true }, inputs: { hashKey: key, name: a } }"));

        Assert.Contains(
            "replaced: data goes\n\nReplaced, because hashKey cannot be changed in place.\n\n**It is protected: Pulumi refuses this",
            summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_refers_to_a_replaced_resource_is_replaced_where_it_cannot_be_changed_and_otherwise_not()
    {
        var changes = PlanComparison.Between(Read(Queues("a")), Read(Queues("b")));

        Assert.Equal(
            [("mapping", ChangeKind.Replaced), ("queue", ChangeKind.Replaced), ("redrive", ChangeKind.Replaced)],
            changes.Select(change => (change.Name, change.Kind)));

        static string Queues(string name) => Plan($$$"""
            queue: { type: 'aws:sqs/queue:Queue', inputs: { name: {{{name}}} } }
            redrive: { type: 'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy', inputs: { queueUrl: '${queue.url}' } }
            mapping: { type: 'aws:lambda/eventSourceMapping:EventSourceMapping', inputs: { eventSourceArn: '${queue.arn}' } }
            policy: { type: 'aws:iam/rolePolicy:RolePolicy', inputs: { policy: '${queue.arn}' } }
            """);
    }

    [Fact]
    public void Another_component_around_a_resource_replaces_it_by_its_urn()
    {
        var change = Assert.Single(PlanComparison.Between(
            Read(Plan("queue: { type: 'aws:sqs/queue:Queue', within: ['pixel (engagement:a:A)'], inputs: {} }")),
            Read(Plan("queue: { type: 'aws:sqs/queue:Queue', within: ['pixel (engagement:b:B)'], inputs: {} }"))));

        Assert.Equal(
            (ChangeKind.Replaced, "it is part of components of other types, which are part of its URN"),
            (change.Kind, change.Because));
    }

    [Fact]
    public void Another_name_of_a_component_replaces_nothing()
    {
        var change = Assert.Single(PlanComparison.Between(
            Read(Plan("queue: { type: 'aws:sqs/queue:Queue', within: ['a (engagement:a:A)'], inputs: {} }")),
            Read(Plan("queue: { type: 'aws:sqs/queue:Queue', within: ['b (engagement:a:A)'], inputs: {} }"))));

        Assert.Equal(ChangeKind.Changed, change.Kind);
    }

    [Theory]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "retentionInDays: 30", "retentionInDays: 3", "retention")]
    [InlineData("aws:sqs/queue:Queue", "sqsManagedSseEnabled: true", "sqsManagedSseEnabled: false", "encryption")]
    [InlineData("aws:dynamodb/table:Table", "deletionProtectionEnabled: true", "deletionProtectionEnabled: false", "protection")]
    [InlineData("aws:lambda/permission:Permission", "principal: a", "principal: '*'", "permissions")]
    [InlineData("aws:sqs/queuePolicy:QueuePolicy", "policy: a", "policy: b", "permissions")]
    [InlineData("aws:lambda/function:Function", "role: a", "role: b", "permissions")]
    [InlineData(
        "aws:apigateway/methodSettings:MethodSettings",
        "settings: { throttlingRateLimit: 1 }",
        "settings: { throttlingRateLimit: 2 }",
        "public routes")]
    [InlineData(
        "aws:apigateway/stage:Stage",
        "accessLogSettings: { format: a }",
        "accessLogSettings: { format: b }",
        "public routes, what is logged")]
    [InlineData("aws:wafv2/webAcl:WebAcl", "rules: a", "rules: b", "public routes")]
    [InlineData("aws:secretsmanager/secret:Secret", "recoveryWindowInDays: 30", "recoveryWindowInDays: 0", "retention, secrets")]
    [InlineData("aws:lambda/function:Function", "memorySize: 512", "memorySize: 1024", "")]
    [InlineData("aws:lambda/invocation:Invocation", "lifecycleScope: CRUD", "lifecycleScope: CREATE_ONLY", "")]
    public void What_concerns_security_is_told_by_its_kind(string type, string before, string after, string concerns)
    {
        var change = Assert.Single(PlanComparison.Between(
            Read(Plan($"one: {{ type: '{type}', inputs: {{ {before} }} }}")),
            Read(Plan($"one: {{ type: '{type}', inputs: {{ {after} }} }}"))));

        Assert.Equal(concerns, string.Join(", ", SecurityRelevance.Find(change)));
    }

    [Fact]
    public void A_value_cannot_leave_its_code()
    {
        var summary = Summary(
            Plan("one: { type: 'aws:lambda/function:Function', inputs: { description: a, text: a } }"),
            Plan("""
                one:
                  type: 'aws:lambda/function:Function'
                  inputs: { description: '`</details>` @everyone', text: "```\n</details>\n" }
                """));

        Assert.Contains("- `description`: `a` → `` `</details>` @everyone ``\n", summary, StringComparison.Ordinal);
        Assert.Contains("  ````diff\n", summary, StringComparison.Ordinal);
        Assert.Contains("\n  +```\n  +</details>\n  +\n  ````\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_environment_and_one_that_goes_are_told()
    {
        var plan = Read(await PlannedStack.OfAsync("dev"));
        var none = new Dictionary<string, JsonObject>();
        var one = new Dictionary<string, JsonObject> { ["dev"] = plan };

        Assert.Contains("\n\nThe environment `dev` is new.\n\n### dev\n", PlanSummary.Write(none, one), StringComparison.Ordinal);
        Assert.Contains(
            "\n\nThe plan of the environment `dev` is gone.\n\n### dev\n",
            PlanSummary.Write(one, none),
            StringComparison.Ordinal);
        Assert.All([PlanSummary.Write(none, one), PlanSummary.Write(one, none)], summary => Assert.InRange(summary.Length, 1, 65_536));
    }

    [Fact]
    public void What_several_environments_share_is_said_once_and_what_one_has_apart()
    {
        const string before = "size: { type: 'aws:lambda/function:Function', inputs: { memorySize: 512, timeout: 10 } }";
        var dev = Plan(
            before.Replace("512", "1024", StringComparison.Ordinal) + "\nonly: { type: 'aws:sqs/queue:Queue', inputs: { name: a } }");
        var prod = Plan(before.Replace("512", "1024", StringComparison.Ordinal));

        var summary = PlanSummary.Write(
            new Dictionary<string, JsonObject> { ["prod"] = Read(Plan(before)), ["dev"] = Read(Plan(before)) },
            new Dictionary<string, JsonObject> { ["prod"] = Read(prod), ["dev"] = Read(dev) });

        Assert.Equal(
            """
            ## Infrastructure

            | environment | added | changed | replaced | removed | concerns security |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | dev | 1 | 1 | 0 | 0 | 0 |
            | prod | 0 | 1 | 0 | 0 | 0 |

            ### dev, prod

            <details><summary>Changed: 1</summary>

            **`size`** (Function, `aws:lambda/function:Function`) changed

            - `memorySize`: `512` → `1024`

            </details>

            ### dev

            <details><summary>Added: 1</summary>

            **`only`** (Queue, `aws:sqs/queue:Queue`) added

            ```yaml
            name: a
            ```

            </details>

            """.ReplaceLineEndings("\n"),
            summary);
    }

    [Fact]
    public void The_same_resource_with_other_values_is_said_apart()
    {
        var summary = PlanSummary.Write(Both(512, 512), Both(1024, 2048));

        Assert.DoesNotContain("### dev, prod", summary, StringComparison.Ordinal);
        Assert.Contains("### dev\n", summary, StringComparison.Ordinal);
        Assert.Contains("### prod\n", summary, StringComparison.Ordinal);

        static Dictionary<string, JsonObject> Both(int dev, int prod) => new() { ["dev"] = Of(dev), ["prod"] = Of(prod) };
        static JsonObject Of(int memory) =>
            Read(Plan($"size: {{ type: 'aws:lambda/function:Function', inputs: {{ memorySize: {memory} }} }}"));
    }

    [Fact]
    public async Task Summary_of_two_folders_is_printed()
    {
        using var copy = new StackFiles();
        using var other = new StackFiles();
        other.Change("plans/prod.yaml", "retentionInDays: 90", "retentionInDays: 30");

        var (code, output, _) = await copy.RunAsync(
            (_, console, cancellationToken) =>
                PlanCommand.SummarizeAsync(copy.At("plans"), other.At("plans"), copy.At("."), console, cancellationToken));

        Assert.Equal(0, code);
        Assert.Matches(@"\n\| dev \| 0 \| 0 \| 0 \| 0 \| 0 \|\n\| prod \| 0 \| ([1-9][0-9]*) \| 0 \| 0 \| \1 \|\n", output);
    }

    [Fact]
    public async Task Revisions_are_compared_as_git_has_them()
    {
        using var copy = new StackFiles();
        copy.Git("init", "--quiet");
        copy.Commit();
        copy.Change("plans/prod.yaml", "retentionInDays: 90", "retentionInDays: 30");
        copy.Commit();
        File.Delete(copy.At("plans/prod.yaml"));

        var (code, output, _) = await copy.RunAsync(
            (_, console, cancellationToken) => PlanCommand.SummarizeAsync("HEAD~1", "HEAD", copy.At("."), console, cancellationToken));

        Assert.Equal(0, code);
        Assert.Contains("- `retentionInDays`: `90` → `30`\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--output=x")]
    public async Task What_holds_no_plans_is_told(string source)
    {
        using var copy = new StackFiles();

        var (code, _, error) = await copy.RunAsync(
            (_, console, cancellationToken) => PlanCommand.SummarizeAsync(source, source, copy.At("."), console, cancellationToken));

        Assert.Equal(1, code);
        Assert.Contains($"'{source}' is no folder or file with plans, and no revision that git knows", error, StringComparison.Ordinal);
    }

    private static string Plan(string resources) =>
        $"stack: dev\nresources:\n  {resources.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}\n";

    private static JsonObject Read(string plan) => PlanYaml.Read("plan", plan);

    private static string Summary(string before, string after) =>
        PlanSummary.Write(
            new Dictionary<string, JsonObject> { ["dev"] = Read(before) },
            new Dictionary<string, JsonObject> { ["dev"] = Read(after) });
}
