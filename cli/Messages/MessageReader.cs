using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.CompanyEvents;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Rendering;
using Engagement.Sending;

namespace Engagement.Cli.Messages;

/// <summary>Reads which message a command line means: a template, and who reads it.</summary>
internal sealed class MessageReader
{
    private const string OnPinpoint = "--sample previews there as well.";

    private readonly Argument<string> template = new("TEMPLATE") { Description = "A folder of templates/." };
    private readonly Option<string?> customer = new("--customer") { Description = "The customer who reads it.", HelpName = "ID" };
    private readonly Option<bool> sample = new("--sample") { Description = "A made-up reader, who has every attribute. The default." };
    private readonly AttributeOption attributes = new();

    /// <summary>Gives a command these.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(template);
        command.Options.Add(customer);
        command.Options.Add(sample);
        command.Options.Add(attributes.Option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(sample) && result.GetValue(customer) is not null)
            {
                result.AddError("--customer and --sample name two readers: say one of them");
            }
        });
    }

    /// <summary>The message, rendered.</summary>
    /// <exception cref="CommandException">There is no such template or customer, or the message cannot be rendered.</exception>
    public async Task<ReadMessage> ReadAsync(ParseResult arguments, SharedOptions shared, CancellationToken cancellation)
    {
        var definitions = shared.Definitions(arguments);
        var name = arguments.GetRequiredValue(template);
        var found = definitions.Templates.FirstOrDefault(each => each.Name == name) ?? throw new CommandException(
            $"There is no template '{name}'{NearestName.Hint(name, [.. definitions.Templates.Select(each => each.Name)])}.");
        var references = new TemplateValues(found);
        var shown = attributes.Read(arguments).ToDictionary(
            each => EventAttributes.Prefix + each.Key, IReadOnlyList<string> (each) => [each.Value], StringComparer.Ordinal);
        var member = arguments.GetValue(customer) is { } id
            ? await FindAsync(id, arguments, shared, cancellation)
            : SampleReader.Create(references);
        var message = new OutgoingMessage { Template = name, Topic = TopicOf(definitions, name), To = member, Shown = shown };
        var renderer = new MessageRenderer(new Dictionary<string, MessageTemplate> { [name] = found });
        var (email, text) = (renderer.RenderEmail(message), renderer.RenderText(message));
        return (email is null) == (found.Email is null) && (text is null) == (found.Text is null)
            ? new(message, email, text, references.Missing(member, shown))
            : throw new CommandException($"The template '{name}' cannot be rendered for this reader.");
    }

    // An endpoint that messages go to, where there is one.
    private static async Task<CustomerMember> FindAsync(
        string id, ParseResult arguments, SharedOptions shared, CancellationToken cancellation)
    {
        using var stack = (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint);
        var found = (await stack.Customers.FindAsync([id], cancellation)).SingleOrDefault()
            ?? throw new CommandException("There is no such customer.");
        CustomerMember[] members =
            [.. found.Members.OrderByDescending(member => member.Endpoint is { Channel: not null, IsReachable: true })];
        return members.Length > 0 ? members[0] : throw new CommandException("The customer has no endpoint.");
    }

    private static Topic TopicOf(DefinitionSet definitions, string template)
    {
        var announced = definitions.Announcements.Announcements.FirstOrDefault(
            each => each.Campaigns.Any(campaign => campaign.Template == template));
        var reminded = definitions.Reminders.Reminders.FirstOrDefault(each => each.Template == template);
        var answered = definitions.Journeys.Journeys.FirstOrDefault(each => each.Templates.Contains(template, StringComparer.Ordinal));
        return definitions.Topics.Get(
            announced is not null ? announced.Topic ?? Topic.Announcements
            : answered is not null ? answered.Topic ?? Topic.Journeys
            : reminded?.Topic ?? Topic.Reminders);
    }
}
