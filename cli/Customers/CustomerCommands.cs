using System.CommandLine;
using Engagement.Cli.Commands;

namespace Engagement.Cli.Customers;

/// <summary>The command <c>customers</c> and those below it.</summary>
internal static class CustomerCommands
{
    public static Command Create(SharedOptions shared, OperatorConsole console) => new("customers", "Customers: import, export, show, delete.")
    {
        ImportCommand.Create(shared, console),
    };
}
