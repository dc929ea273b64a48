using System.CommandLine;
using System.Globalization;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Ses.Sending;

namespace Engagement.Cli.Customers;

/// <summary>
/// <c>customers allow ADDRESS</c>: has messages go again to an address that bounced or complained. SES's list comes first: as long as the
/// address is on it, a message would only bounce, and keep the next ones away. What the customer unsubscribed from stays.
/// </summary>
internal static class AllowCommand
{
    private const string OnPinpoint = "There, 'aws sesv2 delete-suppressed-destination' and the endpoint's OptOut decide.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var address = new Argument<string>("ADDRESS") { Description = "The e-mail address or telephone number, in any spelling." };
        var yes = new Option<bool>("--yes") { Description = "Asks nothing." };
        var command = new Command("allow", "Has messages go again to an address that bounced or complained.") { address, yes };
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            return await AllowAsync(stack, arguments.GetRequiredValue(address), arguments.GetValue(yes), console, cancellation);
        });
        return command;
    }

    private static async Task<int> AllowAsync(
        OperatedStack stack, string address, bool isSure, OperatorConsole console, CancellationToken cancellation)
    {
        var list = new SesSuppressionList(stack.Email, stack.Time, stack.Calls);
        // SES's list holds no telephone numbers.
        var number = address.Contains('@', StringComparison.Ordinal) ? null : PhoneNumber.Parse(address);
        var key = AddressKey.From(number ?? address);
        var listed = number is null ? await list.FindAsync(address, cancellation) : null;
        var consent = await stack.Consents.FindAsync(key, cancellation);
        if (listed is null && consent.Suppression is null)
        {
            await console.Output.WriteLineAsync("Nothing is lifted: the address neither bounced nor complained.");
            return ExitCode.Done;
        }

        if (!isSure && !await console.ConfirmAsync(Question(stack, consent.Suppression, listed), cancellation))
        {
            await console.Error.WriteLineAsync("Nothing is lifted.");
            return ExitCode.Failed;
        }

        if (listed is not null)
        {
            await list.RemoveAsync(address, cancellation);
        }

        await stack.Consents.LiftAsync(key, new(stack.Time.GetUtcNow(), $"operator-{Guid.NewGuid():N}"), cancellation);
        await TellAsync(consent, listed, console.Output);
        return ExitCode.Done;
    }

    private static string Question(OperatedStack stack, Stamped<SuppressionReason>? stored, SuppressionReason? listed)
    {
        var about = SuppressionReason.Complaint == stored?.Value || listed == SuppressionReason.Complaint
            ? "Its owner reported a message as spam: go on only where the owner asks for messages. "
            : "It refused a message for good: go on only where it takes messages by now. ";
        return $"{about}Have {stack.Name} send to the address again, and take it off SES's list for the whole account?";
    }

    // By what it was, and not by whose: reports are kept.
    private static async Task TellAsync(AddressConsent before, SuppressionReason? listed, TextWriter output)
    {
        await output.WriteLineAsync($"""
            Lifted:
              consents    {Shown(before.Suppression)}
              SES's list  {(listed is { } reason ? Word(reason) : "nothing")}
            """);
        if (before.Everything is { Value: false } || before.Topics.Values.Any(topic => !topic.Value))
        {
            await output.WriteLineAsync("The customer has unsubscribed from messages, too. That stays: the customer alone can change it.");
        }
    }

    private static string Shown(Stamped<SuppressionReason>? suppression) => suppression is null ? "nothing"
        : $"{Word(suppression.Value)} of {suppression.Stamp.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string Word(SuppressionReason reason) => reason == SuppressionReason.Complaint ? "complaint" : "bounce";
}
