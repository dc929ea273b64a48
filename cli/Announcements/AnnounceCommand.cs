using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Commands;
using Engagement.Cli.Messages;
using Engagement.Cli.Scanning;
using Engagement.Cli.Stacks;
using Engagement.CompanyEvents;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Journeys;

namespace Engagement.Cli.Announcements;

/// <summary><c>announce NAME --dry-run</c>: who would get what of an announcement, who not, and why.</summary>
internal static class AnnounceCommand
{
    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "A name of announcements.yaml." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Judges and counts, and sends nothing.", Required = true };
        dryRun.Validators.Add(result =>
        {
            if (!result.GetValueOrDefault<bool>())
            {
                result.AddError("An event of the company announces, by its bus or its route: only --dry-run is here");
            }
        });
        var attributes = new AttributeOption();
        var command = new Command("announce", "Says who would get an announcement, as the definitions here say it.")
        {
            name, dryRun, attributes.Option,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var definitions = shared.Definitions(arguments);
            var announcement = Find(definitions.Announcements, arguments.GetRequiredValue(name));
            var values = Values(definitions.Announcements, announcement, attributes.Read(arguments));
            using var stack = await shared.OpenAsync(arguments, cancellation);
            if (!stack.KeepsCustomers)
            {
                await TellOfPinpointAsync(announcement, console.Output);
                return ExitCode.Done;
            }

            var limit = definitions.Journeys.Limit is { } most ? new ContactLimit(most, stack.Journeys) : null;
            var run = new DryRun(definitions, announcement, values, stack.Consents, limit, stack.Time.GetUtcNow());
            await new CustomerScan(stack.Customers, stack.Time).RunAsync(page => run.AddAsync(page, cancellation), cancellation);
            await DryRunReport.WriteAsync(announcement, run.Campaigns, console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Announcement Find(AnnouncementCatalog catalog, string name) => catalog.Find(name) ?? throw new CommandException(
        $"There is no announcement '{name}' in announcements.yaml"
            + $"{NearestName.Hint(name, [.. catalog.Announcements.Select(each => each.Name)])}.");

    // The rules of the route judge the event, so that what passes here passes there.
    private static IReadOnlyDictionary<string, string> Values(
        AnnouncementCatalog catalog, Announcement announcement, IReadOnlyDictionary<string, string> given)
    {
        if (announcement.Via == AnnouncementRoute.Schedule)
        {
            return given.Count == 0
                ? announcement.Values
                : throw new CommandException($"'{announcement.Name}' has its values in announcements.yaml: --attribute is for events.");
        }

        var body = JsonSerializer.Serialize(new { @event = announcement.Name, attributes = given });
        return new CompanyEventRules(catalog).DecideRequest(body, "dry-run", TimeProvider.System.GetUtcNow()) switch
        {
            CompanyEventAccepted accepted => accepted.Event.Attributes,
            CompanyEventRefused refused => throw new CommandException(
                $"The event would be refused. Give each attribute with --attribute NAME=VALUE.\n{string.Join('\n', refused.Problems)}"),
            var other => throw new InvalidOperationException($"No event has such a fate: {other}."),
        };
    }

    private static async Task TellOfPinpointAsync(Announcement announcement, TextWriter output)
    {
        await output.WriteLineAsync($"{announcement.Name}: the event is as the announcement says.");
        foreach (var campaign in announcement.Campaigns)
        {
            await output.WriteLineAsync($"{campaign.Name}: the template {campaign.Template} to the segment {campaign.Segment}.");
        }

        await output.WriteLineAsync("Pinpoint keeps the customers, and tells how many a segment has in its console alone.");
    }
}
