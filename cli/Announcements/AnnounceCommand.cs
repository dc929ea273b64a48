using System.CommandLine;
using Engagement.Aws.Journeys;
using Engagement.Cli.Commands;
using Engagement.Cli.Messages;
using Engagement.Cli.Scanning;
using Engagement.Cli.Stacks;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Rendering;

namespace Engagement.Cli.Announcements;

/// <summary><c>announce NAME --dry-run</c>: who would get what of an announcement, who not, and why.</summary>
internal static class AnnounceCommand
{
    private const int SampleSize = 3;

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

            var run = new DryRun(announcement, values, Named(definitions), stack.Consents.FindAsync, stack.Time.GetUtcNow(), SampleSize)
            {
                Limit = definitions.Journeys.Limit is { } most ? new(most, SendsOf(stack.Journeys)) : null,
            };
            await new CustomerScan(stack.Customers, stack.Time).RunAsync(page => run.AddAsync(page, cancellation), cancellation);
            await DryRunReport.WriteAsync(announcement, run.Campaigns, console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static FindSends SendsOf(DynamoDbCustomerJourneys journeys) => async (endpointIds, cancellation) =>
        (await journeys.FindAsync(endpointIds, cancellation)).ToDictionary(
            each => each.Key, each => each.Value.Sends, StringComparer.Ordinal);

    private static Announcement Find(AnnouncementCatalog catalog, string name) => catalog.Find(name) ?? throw new CommandException(
        $"There is no announcement '{name}' in announcements.yaml"
            + $"{NearestName.Hint(name, [.. catalog.Announcements.Select(each => each.Name)])}.");

    private static IReadOnlyDictionary<string, string> Values(
        AnnouncementCatalog catalog, Announcement announcement, IReadOnlyDictionary<string, string> given) =>
        DryRunEvent.Decide(catalog, announcement, given, TimeProvider.System.GetUtcNow()) switch
        {
            CompanyEventAccepted accepted => accepted.Event.Attributes,
            CompanyEventRefused refused => throw new CommandException(
                $"The event would be refused. Give each attribute with --attribute NAME=VALUE.\n{string.Join('\n', refused.Problems)}"),
            var other => throw new InvalidOperationException($"No event has such a fate: {other}."),
        };

    private static DryRunDefinitions Named(DefinitionSet definitions)
    {
        var templates = definitions.TemplatesByName();
        return new(definitions.Segments, templates, definitions.Topics, new MessageRenderer(templates), definitions.TrackingPlan.Zone);
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
