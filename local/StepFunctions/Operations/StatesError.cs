using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Operations;

/// <summary>The errors of Step Functions' API.</summary>
internal static class StatesError
{
    public static AwsException NoMachine(string arn) => Of("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException MachineExists(string arn) => Of("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException NoExecution(string arn) => Of("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException ExecutionExists(string arn) => Of("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException InvalidName(string name) => Of("InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidInput() => Of("InvalidExecutionInput", "Invalid State Machine Execution Input: the input is not JSON.");

    public static AwsException Missing(string member) => Of(
        "ValidationException", $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static AwsException Mistyped(string member, string expected) => Of("SerializationException", $"The member {member} is not {expected}.");

    public static AwsException UnknownOperation() => Of("UnknownOperationException", "X-Amz-Target names no operation of Step Functions.");

    public static AwsException NotDone(string what) => new(HttpStatusCode.NotImplemented, "NotImplementedException", $"Step Functions' {what} is not done by this local cloud.");

    private static AwsException Of(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
