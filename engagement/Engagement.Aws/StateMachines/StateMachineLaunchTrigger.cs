using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Ledger;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Services;

namespace Engagement.Aws.StateMachines;

/// <summary>Starts the state machine of an event's announcement, once for each state that the ledger shows.</summary>
/// <param name="client">Calls Step Functions.</param>
/// <param name="machines">ARN of each announcement's state machine, by the announcement's name.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class StateMachineLaunchTrigger(
    IAmazonStepFunctions client, IReadOnlyDictionary<string, string> machines, TimeProvider time, AwsCalls calls) : ILaunchTrigger
{
    // Hexadecimal digits of a hash: enough that no two events share a name, and far fewer than the 80 characters that a name may have.
    private const int NameLength = 40;

    /// <summary>
    /// A function's: <c>STATE_MACHINES</c> is a JSON object of ARNs by the announcements' names. The client gives up after at most three
    /// attempts of 3 seconds.
    /// </summary>
    public static StateMachineLaunchTrigger Open(FunctionHost host) =>
        new(
            host.Own(new AmazonStepFunctionsClient(AwsCalls.Bounded(new AmazonStepFunctionsConfig(), TimeSpan.FromSeconds(3)))),
            host.Environment.RequiredTexts("STATE_MACHINES"),
            host.Time,
            host.Calls);

    /// <summary>
    /// The name of the execution that launches an event as the ledger shows it. The name stays the same until a campaign of the event was
    /// attempted, or the time of a state machine is up. Only then does a repeat of the event start another execution.
    /// </summary>
    /// <param name="record">What the ledger says of the event.</param>
    /// <param name="now">The time.</param>
    public static string NameFor(EventRecord record, DateTimeOffset now)
    {
        var identity = $"{record.Event.Announcement}\n{record.Event.Id}";
        var attempt = LaunchRules.AttemptOf(record, now);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(attempt.Length == 0 ? identity : $"{identity}\n{attempt}")))[..NameLength];
    }

    /// <inheritdoc/>
    public async Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation)
    {
        var request = new StartExecutionRequest
        {
            StateMachineArn = machines.TryGetValue(announcement.Name, out var arn)
                ? arn
                : throw new ServiceException(
                    ServiceFailure.Refused, $"STATE_MACHINES names no state machine of '{announcement.Name}'; deploy the stack"),
            Name = NameFor(record, time.GetUtcNow()),
            Input = JsonSerializer.Serialize(ExecutionInput.From(record.Event), StateMachineJson.Default.ExecutionInput),
        };
        try
        {
            await calls.CallAsync(
                ServiceMetrics.StateMachine,
                () => client.StartExecutionAsync(request, cancellation),
                exception => exception is ExecutionAlreadyExistsException);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // Started before: by a call whose answer was lost, or by another delivery of the event.
        }
    }
}
