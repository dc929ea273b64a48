using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>Reads all files of a <see cref="DefinitionSet"/>, then checks the rules that span them.</summary>
internal sealed class DefinitionSetReader
{
    private readonly string directory;
    private readonly PlatformLimits limits;
    private readonly DefinitionReader eventsFile;
    private readonly DefinitionReader segmentsFile;
    private readonly DefinitionReader announcementsFile;
    private readonly DefinitionReader remindersFile;
    private readonly DefinitionReader journeysFile;
    private readonly DefinitionReader topicsFile;
    private readonly TrackingPlanReader planReader;
    private readonly SegmentCatalogReader segmentsReader;
    private readonly AnnouncementCatalogReader announcementsReader;
    private readonly ReminderCatalogReader remindersReader;
    private readonly JourneyCatalogReader journeysReader;
    private readonly TopicCatalogReader topicsReader;
    private readonly TemplateFolderReader templatesReader;
    private readonly List<DefinitionError> unreadable = [];

    public DefinitionSetReader(string directory, PlatformLimits limits)
    {
        (this.directory, this.limits) = (directory, limits);
        eventsFile = new(PathOf(DefinitionFileNames.Events), limits);
        segmentsFile = new(PathOf(DefinitionFileNames.Segments), limits);
        announcementsFile = new(PathOf(DefinitionFileNames.Announcements), limits);
        remindersFile = new(PathOf(DefinitionFileNames.Reminders), limits);
        journeysFile = new(PathOf(DefinitionFileNames.Journeys), limits);
        topicsFile = new(PathOf(DefinitionFileNames.Topics), limits);
        planReader = new(eventsFile);
        segmentsReader = new(segmentsFile);
        announcementsReader = new(announcementsFile);
        remindersReader = new(remindersFile);
        journeysReader = new(journeysFile);
        topicsReader = new(topicsFile);
        templatesReader = new(PathOf(DefinitionFileNames.Templates), limits);
    }

    public DefinitionSet Read()
    {
        var plan = Text(DefinitionFileNames.Events, required: true) is { } events ? planReader.Read(events) : null;
        var segments = Text(DefinitionFileNames.Segments) is { } text ? segmentsReader.Read(text) : SegmentCatalog.Empty;
        var announcements = Text(DefinitionFileNames.Announcements) is { } announced
            ? announcementsReader.Read(announced)
            : AnnouncementCatalog.Empty;
        var reminders = Text(DefinitionFileNames.Reminders) is { } reminded ? remindersReader.Read(reminded) : ReminderCatalog.Empty;
        var journeys = Text(DefinitionFileNames.Journeys) is { } answered ? journeysReader.Read(answered) : JourneyCatalog.Empty;
        var topics = Text(DefinitionFileNames.Topics) is { } sorted ? topicsReader.Read(sorted) : TopicCatalog.Default;
        var templates = templatesReader.Read();
        Check(plan, segments, announcements, topics, templates);
        RefuseMixedChannels(announcements, templates);
        CheckJourneys(plan, announcements, topics);
        RefuseTextsOfJourneys(templates);
        RefuseTooManyJourneys(announcements, reminders);

        DefinitionError[] errors =
        [
            .. unreadable, .. eventsFile.Errors, .. segmentsFile.Errors, .. announcementsFile.Errors,
            .. remindersFile.Errors, .. journeysFile.Errors, .. topicsFile.Errors, .. templatesReader.Errors,
        ];
        if (errors.Length > 0)
        {
            throw new DefinitionException(errors);
        }

        var hours = new ContactHours(journeys!.Between, topics!, templates);
        return new()
        {
            TrackingPlan = plan!,
            Segments = segments!,
            Announcements = limits.HoldsAnnouncements ? hours.Hold(announcements!) : announcements!,
            Reminders = hours.Hold(reminders!),
            Journeys = hours.Hold(journeys),
            Topics = topics!,
            Templates = [.. templates.Select(files => files.Template)],
        };
    }

    private string PathOf(string name) => Path.Combine(directory, name);

    // A missing file is no error, unless it is required.
    private string? Text(string name, bool required = false)
    {
        try
        {
            return required || File.Exists(PathOf(name)) ? DefinitionFile.Read(PathOf(name), directory) : null;
        }
        catch (DefinitionException exception)
        {
            unreadable.AddRange(exception.Errors);
            return null;
        }
    }

    private void Check(
        TrackingPlan? plan,
        SegmentCatalog? segments,
        AnnouncementCatalog? announcements,
        TopicCatalog? topics,
        IReadOnlyList<TemplateFiles> templates)
    {
        var known = Known(plan, segments, announcements, templates);
        if (topics is not null)
        {
            known.Add(NameKind.Topic, topics.Topics.Select(topic => topic.Name));
        }

        Check(segmentsReader.Uses, known, segmentsFile);
        Check(announcementsReader.Uses, known, announcementsFile);
        Check(remindersReader.Uses, known, remindersFile);
        Check(journeysReader.Uses, known, journeysFile);
        if (announcements is not null)
        {
            RefuseCompanyEvents(announcements);
            var rules = new TemplateRules(known, announcements.Announcements, [.. journeysReader.Journeys.Select(each => each.Journey)]);
            foreach (var template in templates)
            {
                rules.Check(template);
            }
        }

        if (known.Count(NameKind.UserAttribute) is > Limits.UserAttributes and var count)
        {
            segmentsFile.Report(
                $"{count} different user attributes in events.yaml, segments.yaml and announcements.yaml; at most "
                    + $"{Limits.UserAttributes} an endpoint are possible");
        }
    }

    private static KnownNames Known(
        TrackingPlan? plan, SegmentCatalog? segments, AnnouncementCatalog? announcements, IReadOnlyList<TemplateFiles> templates)
    {
        var known = new KnownNames();
        known.Add(NameKind.Template, templates.Select(files => files.Template.Name));
        if (segments is not null)
        {
            known.Add(NameKind.Segment, segments.Segments.Select(segment => segment.Name));
            known.Add(NameKind.EndpointAttribute, segments.Customers.Attributes);
            known.Add(NameKind.EndpointMetric, segments.Customers.Metrics);
        }

        if (plan is not null)
        {
            known.Add(NameKind.Date, plan.Dates?.Attributes ?? []);
            known.Add(NameKind.Event, plan.Events.Select(planned => planned.Name));
        }

        if (plan is not null && segments is not null && announcements is not null)
        {
            known.Add(
                NameKind.UserAttribute,
                plan.Events.SelectMany(planned => planned.UserAttributes)
                    .Concat(plan.Dates?.SetAlong ?? [])
                    .Concat(segments.Customers.UserAttributes)
                    .Concat(
                        announcements.Announcements.SelectMany(each => each.Campaigns).SelectMany(
                            campaign => campaign.Set).Select(set => set.Attribute)));
        }

        return known;
    }

    private static void Check(IEnumerable<NameUse> uses, KnownNames known, DefinitionReader file)
    {
        foreach (var use in uses)
        {
            if (known.Objection(use.Kind, use.Name) is { } objection)
            {
                file.Report(use.At, use.KeyPath, objection);
            }
        }
    }

    private void RefuseMixedChannels(AnnouncementCatalog? announcements, IReadOnlyList<TemplateFiles> templates)
    {
        if (limits.MixesChannels)
        {
            return;
        }

        var mixed = templates.Where(files => files.Template.Channels.Count > 1).Select(files => files.Template.Name).ToHashSet();
        foreach (var use in remindersReader.Uses.Where(
            use => use.Kind == NameKind.Template && mixed.Contains(use.Name)))
        {
            remindersFile.Report(
                use.At,
                use.KeyPath,
                $"'{use.Name}' has an e-mail and an sms.txt; {limits.Platform} sends a reminder by one of the two. Write two reminders, "
                    + "with a template each");
        }

        RefuseDifferentChannels(announcements, templates);
    }

    private void RefuseDifferentChannels(AnnouncementCatalog? announcements, IReadOnlyList<TemplateFiles> templates)
    {
        var channels = templates.ToDictionary(
            files => files.Template.Name, files => string.Join(',', files.Template.Channels), StringComparer.Ordinal);
        var different = (announcements?.Announcements ?? []).FirstOrDefault(
            each => each.Via == AnnouncementRoute.StepFunctions
                && each.Campaigns.Select(campaign => channels.GetValueOrDefault(campaign.Template))
                    .OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1);
        if (different is not null)
        {
            announcementsFile.Report(
                $"the templates of '{different.Name}' are not all for the same channels; {limits.Platform} sends the campaigns of a state "
                    + "machine by the same ones. Give each template an sms.txt or none, or use 'via: journey'");
        }
    }

    private void RefuseTextsOfJourneys(IReadOnlyList<TemplateFiles> templates)
    {
        if (limits.Journeys.CanText)
        {
            return;
        }

        var texts = templates.Where(files => files.Template.Text is not null).Select(files => files.Template.Name).ToHashSet();
        foreach (var use in journeysReader.Uses.Where(use => use.Kind == NameKind.Template && texts.Contains(use.Name)))
        {
            journeysFile.Report(
                use.At,
                use.KeyPath,
                $"'{use.Name}' has an sms.txt; {limits.Platform} sends a journey's messages by e-mail alone. Take sms.txt away; text messages "
                    + "need engagement:platform: ses");
        }
    }

    private void CheckJourneys(TrackingPlan? plan, AnnouncementCatalog? announcements, TopicCatalog? topics)
    {
        var rules = new JourneyRulesAcrossFiles(journeysFile, journeysReader.Journeys);
        if (plan is not null)
        {
            rules.Check(plan);
        }

        if (topics is not null)
        {
            rules.Check(topics);
        }

        rules.RefuseTooMany(announcements?.Announcements ?? []);
    }

    private void RefuseTooManyJourneys(AnnouncementCatalog? announcements, ReminderCatalog? reminders)
    {
        var started = announcements?.Announcements.Count(each => each.Via == AnnouncementRoute.Journey) ?? 0;
        var reminding = reminders?.Reminders.Sum(reminder => reminder.Before.Count) ?? 0;
        if (started + reminding > limits.ActiveJourneys && reminding > 0)
        {
            remindersFile.Report(
                $"{reminding} reminders, each with a journey of its own, and {started} announcements with 'via: journey'; "
                    + $"{limits.Platform} takes at most {limits.ActiveJourneys} active journeys an account");
        }
    }

    private void RefuseCompanyEvents(AnnouncementCatalog announcements)
    {
        foreach (var key in planReader.EventKeys.Where(key => announcements.Find(key.Value) is not null))
        {
            eventsFile.Report(
                key,
                DefinitionReader.Join("events", key.Value),
                "is the name of an announcement, and the pixel records no company event; call one of the two something else");
        }
    }
}
