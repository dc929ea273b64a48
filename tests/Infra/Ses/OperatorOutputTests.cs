using System.Collections.Immutable;
using Engagement.Aws.Erasure;
using Engagement.Functions;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>What the stack tells the operator's commands.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class OperatorOutputTests
{
    [Fact]
    public async Task Commands_find_all_that_they_read_in_one_output()
    {
        var stack = await SesStack.RunAsync();
        var told = (ImmutableDictionary<string, object>)stack.Outputs["operatorVariables"]!;
        var variables = new EnvironmentReader(name => (string?)told.GetValueOrDefault(name));

        var tables = CustomerTables.Read(variables);
        var sender = SesSender.Read(variables);
        string[] others = ["DELIVERIES_TABLE", "CONSENTS_TABLE", "REMINDER_LEDGER_TABLE"];
        Assert.All(others, name => Assert.NotEmpty(variables.Required(name)));

        variables.ThrowIfAny();
        Assert.Equal(
            stack.Variables("send-campaign").Where(each => told.ContainsKey(each.Key) && each.Key != "PLATFORM").OrderBy(each => each.Key),
            told.Where(each => stack.Variables("send-campaign").ContainsKey(each.Key) && each.Key != "PLATFORM").OrderBy(each => each.Key));
        Assert.NotEqual(tables.Customers, tables.Pointers);
        Assert.Contains('@', sender.From);
    }

    [Fact]
    public async Task Where_a_platform_keeps_customers_commands_find_the_stacks_records_of_them()
    {
        var stack = await RecordingEngine.RunAsync(RecordingEngine.Configuration("dev"));
        var told = (ImmutableDictionary<string, object>)stack.Outputs["operatorVariables"]!;
        var variables = new EnvironmentReader(name => (string?)told.GetValueOrDefault(name));

        _ = RecordTables.Read(variables);

        variables.ThrowIfAny();
        Assert.DoesNotContain("CUSTOMERS_TABLE", told.Keys);
    }
}
