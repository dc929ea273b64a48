using System.Text.Json;
using Engagement.Ses.Campaigns;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Ses;

/// <summary>How a state machine launches campaigns on SES.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class StateMachineTests
{
    private const string Machine = "announcement-system_update";

    [Fact]
    public async Task It_writes_down_a_run_that_a_sweep_starts()
    {
        var create = (await StatesAsync()).GetProperty("CreateCampaign");

        Assert.Equal("arn:aws:states:::dynamodb:putItem", create.GetProperty("Resource").GetString());
        Assert.Equal("campaigns-runs", create.GetProperty("Parameters").GetProperty("TableName").GetString());
        Assert.Equal("attribute_not_exists(#id)", create.GetProperty("Parameters").GetProperty("ConditionExpression").GetString());
        Assert.Equal(
            ["id", "state", "waiting", "due"],
            create.GetProperty("Parameters").GetProperty("Item").EnumerateObject().Select(member => member.Name));
        // The reader of runs asks the index for its own name.
        Assert.Equal(
            DynamoDbCampaignRuns.WaitingIndex,
            create.GetProperty("Parameters").GetProperty("Item").GetProperty("waiting").GetProperty("S").GetString());
    }

    [Fact]
    public async Task A_run_that_is_there_already_counts_as_launched()
    {
        var caught = (await StatesAsync()).GetProperty("CreateCampaign").GetProperty("Catch")[0];

        Assert.Equal("DynamoDB.ConditionalCheckFailedException", caught.GetProperty("ErrorEquals")[0].GetString());
        Assert.Equal("NameCampaign", caught.GetProperty("Next").GetString());
    }

    [Fact]
    public async Task Its_role_may_use_the_ledger_and_the_runs_and_nothing_of_another_platform() => Assert.Equal(
        [
            "dynamodb:GetItem campaigns-runs", "dynamodb:GetItem company-events-ledger", "dynamodb:PutItem campaigns-runs",
            "dynamodb:PutItem company-events-ledger", "dynamodb:UpdateItem company-events-ledger",
            "sns:Publish company-events-failures",
        ],
        (await SesStack.RunAsync()).Rights(Machine).Where(right => !right.StartsWith("logs:", StringComparison.Ordinal)));

    [Fact]
    public async Task Campaigns_name_segments_and_templates_as_the_definitions_do()
    {
        var stack = await SesStack.RunAsync();

        var campaigns = JsonElement.Parse(stack.One("aws:sfn/stateMachine:StateMachine", Machine).Text("definition"))
            .GetProperty("States")
            .GetProperty("TakeEvent")
            .GetProperty("Parameters")
            .GetProperty("campaigns");
        Assert.Equal(
            """[{"name":"premium","segmentId":"premium","template":"system-update","afterSeconds":0},{"name":"standard","segmentId":"standard","template":"system-update","afterSeconds":0}]""",
            JsonSerializer.Serialize(campaigns));
    }

    private static async Task<JsonElement> StatesAsync() =>
        JsonElement.Parse((await SesStack.RunAsync()).One("aws:sfn/stateMachine:StateMachine", Machine).Text("definition"))
            .GetProperty("States")
            .GetProperty("LaunchCampaigns")
            .GetProperty("ItemProcessor")
            .GetProperty("States");
}
