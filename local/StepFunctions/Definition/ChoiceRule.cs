using System.Text.Json.Nodes;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>A choice: where to go on if a test holds.</summary>
internal sealed record ChoiceRule(ChoiceTest Test, string Next);

/// <summary>What a choice asks of its input.</summary>
internal abstract record ChoiceTest
{
    public abstract bool Holds(StateData data);
}

internal sealed record AllTest(IReadOnlyList<ChoiceTest> Tests) : ChoiceTest
{
    public override bool Holds(StateData data) => Tests.All(test => test.Holds(data));
}

internal sealed record AnyTest(IReadOnlyList<ChoiceTest> Tests) : ChoiceTest
{
    public override bool Holds(StateData data) => Tests.Any(test => test.Holds(data));
}

internal sealed record NotTest(ChoiceTest Test) : ChoiceTest
{
    public override bool Holds(StateData data) => !Test.Holds(data);
}

/// <summary>One variable and one operator.</summary>
/// <param name="Variable">Path to what is tested.</param>
/// <param name="Operator">Without <c>Path</c> at its end.</param>
/// <param name="Operand">What it is compared with, or the path to it.</param>
/// <param name="OperandIsPath">Which of the two.</param>
internal sealed record VariableTest(string Variable, string Operator, JsonNode? Operand, bool OperandIsPath) : ChoiceTest
{
    public override bool Holds(StateData data)
    {
        var present = data.TryFind(Variable, out var value);
        if (Operator == "IsPresent")
        {
            return present == Operand!.GetValue<bool>();
        }

        if (!present)
        {
            throw StateError.Runtime($"Invalid path '{Variable}': The choice state's condition path references an invalid value.");
        }

        return ChoiceOperators.Find(Operator)!(value, OperandIsPath ? data.Find(Operand!.GetValue<string>(), Operator) : Operand);
    }
}
