using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Definitions.Topics;

namespace Engagement.Cli.Messages;

/// <summary><c>message preview TEMPLATE</c>: a message as a reader gets it, and what it names that the reader has not.</summary>
internal static class PreviewCommand
{
    private const string Link = " On ses each e-mail ends with the reader's own link to unsubscribe.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var reader = new MessageReader();
        var command = new Command("preview", "Renders a message. Without --customer it needs no environment.");
        reader.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            await TellAsync(await reader.ReadAsync(arguments, shared, cancellation), console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task TellAsync(ReadMessage read, TextWriter output)
    {
        if (read.Email is { } email)
        {
            await output.WriteLineAsync($"Subject: {email.Subject}");
            await output.WriteLineAsync($"\n--- text\n{email.Text.TrimEnd()}");
            await output.WriteLineAsync($"\n--- html\n{email.Html.TrimEnd()}");
        }

        if (read.Text is { } text)
        {
            await output.WriteLineAsync($"\n--- sms\n{text.Body}");
            await output.WriteLineAsync($"\n--- {Size(text.Parts)}");
        }

        await output.WriteLineAsync("\n---");
        await output.WriteLineAsync(read.Missing.Count == 0
            ? "The reader has all that the template names."
            : $"Without a value: {string.Join(", ", read.Missing)}");
        await output.WriteLineAsync(read.Message.Topic.Kind == TopicKind.Transactional
            ? $"Topic {read.Message.Topic.Name}: transactional."
            : $"Topic {read.Message.Topic.Name}: marketing.{(read.Email is null ? "" : Link)}");
    }

    private static string Size(TextParts parts) =>
        $"{parts.Characters} characters of {(parts.IsGsm ? "GSM 03.38" : "UCS-2")}, {parts.Count} of at most {TextParts.Most} parts";
}
