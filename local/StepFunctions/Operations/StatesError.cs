using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Operations;

/// <summary>The errors of Step Functions' API.</summary>
internal static class StatesError
{
    public static AwsException NoMachine(string arn) => Create("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException MachineExists(string arn) => Create("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException NoExecution(string arn) => Create("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException ExecutionExists(string arn) => Create("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException InvalidName(string name) => Create("InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidInput() =>
        Create("InvalidExecutionInput", "Invalid State Machine Execution Input: the input is not JSON.");

    public static AwsException Missing(string member) => Create(
        "ValidationException",
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static AwsException Mistyped(string member, string expected) =>
        Create("SerializationException", $"The member {member} is not {expected}.");

    public static AwsException UnknownOperation() =>
        Create("UnknownOperationException", "X-Amz-Target names no operation of Step Functions.");

    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"Step Functions' {what} is not done by this local cloud.");

    private static AwsException Create(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
