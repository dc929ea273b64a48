using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers;
using Engagement.Cli.Stacks;
using Engagement.Journeys;
using Engagement.Times;

namespace Engagement.Cli.Journeys;

/// <summary><c>journey history</c>: what became of a customer in journeys, step by step, and what comes next.</summary>
internal static class HistoryCommand
{
    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var named = new NamedCustomer();
        var command = new Command("history", "Says why a customer got a journey's message, or did not.");
        named.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            using var stack = await shared.OpenAsync(arguments, cancellation);
            var endpoints = stack.KeepsCustomers
                ? (await named.FindAsync(arguments, stack.Customers, cancellation))
                    .SelectMany(customer => customer.Endpoints.Values, (_, endpoint) => endpoint.Id)
                : (await named.FindAsync(arguments, stack.PinpointCustomers, cancellation)).Endpoints;
            foreach (var endpointId in endpoints.Order(StringComparer.Ordinal))
            {
                await TellAsync(stack, endpointId, console.Output, cancellation);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task TellAsync(OperatedStack stack, string endpointId, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync(endpointId);
        foreach (var note in await stack.JourneyHistory.ReadAsync(endpointId, cancellation))
        {
            await output.WriteLineAsync($"  {Line(note)}");
        }

        foreach (var entry in (await stack.Journeys.FindAsync(endpointId, cancellation))?.Enrollments.Values ?? [])
        {
            await output.WriteLineAsync($"  in {entry.Journey}: step {entry.Position}, due {IsoInstant.Format(entry.Due)}");
        }
    }

    private static string Line(JourneyNote note) => string.Join(
        "  ",
        new[]
        {
            IsoInstant.Format(note.At),
            note.Journey,
            note.Step,
            JsonNamingPolicy.CamelCase.ConvertName(note.Outcome.ToString()),
            note.Template,
            note.Reason is { } reason ? $"({reason})" : null,
        }.Where(part => part is { Length: > 0 }));
}
