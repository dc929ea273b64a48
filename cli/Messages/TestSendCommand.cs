using System.CommandLine;
using Amazon.Runtime;
using Amazon.SimpleEmailV2.Model;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Ses.Sending;

namespace Engagement.Cli.Messages;

/// <summary>
/// <c>message test-send TEMPLATE --to ADDRESS</c>: sends a message with a marked subject. It claims nothing, asks no consent, and bears no
/// link to unsubscribe, which would be a real one.
/// </summary>
internal static class TestSendCommand
{
    private const string Mark = "[Test] ";
    private const string Utf8 = "UTF-8";

    private const string OnPinpoint = "There, the console's page of the template sends tests. 'message preview' works here as well.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var reader = new MessageReader();
        var to = new Option<string>("--to") { Description = "Where the message goes.", HelpName = "ADDRESS", Required = true };
        var command = new Command("test-send", "Sends a message to an address, with a marked subject.") { to };
        reader.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var read = await reader.ReadAsync(arguments, shared, cancellation);
            var email = read.Email ?? throw new CommandException("The template has no e-mail. 'message preview' shows its text message.");
            using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
            var id = await SendAsync(stack, email, read.Message.Template, arguments.GetRequiredValue(to), cancellation);
            await console.Output.WriteLineAsync($"Sent as {id}.");
            if (read.Missing.Count > 0)
            {
                await console.Output.WriteLineAsync($"Without a value: {string.Join(", ", read.Missing)}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> SendAsync(
        OperatedStack stack, RenderedEmail email, string template, string to, CancellationToken cancellation)
    {
        var request = Request(stack.Sender, email, template, to);
        try
        {
            return (await stack.Calls.CallAsync(SesMetrics.Service, () => stack.Email.SendEmailAsync(request, cancellation))).MessageId;
        }
        catch (ServiceException exception) when (exception.InnerException is AmazonServiceException { StatusCode: not 0 } answer)
        {
            throw new CommandException($"SES refused the message: {answer.ErrorCode}: {answer.Message}", exception);
        }
    }

    private static SendEmailRequest Request(SesSender sender, RenderedEmail email, string template, string to) => new()
    {
        FromEmailAddress = sender.From,
        ConfigurationSetName = sender.ConfigurationSet,
        Destination = new() { ToAddresses = [to] },
        Content = new()
        {
            Simple = new()
            {
                Subject = Text(Mark + email.Subject),
                Body = new() { Html = Text(email.Html), Text = Text(email.Text) },
            },
        },
        EmailTags = [new() { Name = "test", Value = template }],
    };

    private static Content Text(string text) => new() { Data = text, Charset = Utf8 };
}
