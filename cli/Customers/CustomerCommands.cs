using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Customers;

/// <summary>The command <c>customers</c> and those below it.</summary>
internal static class CustomerCommands
{
    public static Command Create(SharedOptions shared, OperatorConsole console) => new(
        "customers", "Customers: import, export, show, delete, allow.")
    {
        ImportCommand.Create(shared, console),
        ExportCommand.Create(shared, console),
        ShowCommand.Create(shared, console),
        DeleteCommand.Create(shared, console),
        AllowCommand.Create(shared, console),
    };
}
