using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Messages;

/// <summary>The command <c>message</c> and those below it.</summary>
internal static class MessageCommands
{
    public static Command Create(SharedOptions shared, OperatorConsole console) => new("message", "Message templates: preview, test-send.")
    {
        PreviewCommand.Create(shared, console),
        TestSendCommand.Create(shared, console),
    };
}
