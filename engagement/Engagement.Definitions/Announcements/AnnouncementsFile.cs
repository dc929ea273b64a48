namespace Engagement.Definitions.Announcements;

/// <summary>
/// The events of the whole company, and who is told of them: <c>definitions/announcements.yaml</c>.
/// <code>
/// announcements:                  # required
///   feature_release:              # 1 to 40 letters, digits, _ and -; the event's name on the bus and on the route
///     description: …              # optional
///     via: journey                # required: journey, stepFunctions or schedule
///     topic: news                 # optional: a name of topics.yaml; default announcements
///     hold: true                  # optional, not with schedule: events wait in the ledger until this is taken out; default false
///     at: 2026-12-01T09:00:00Z    # with schedule alone, and required there: now, or an instant with an offset
///     attributes: [version]       # optional: what each event carries, at most 39; or names with kinds: { version: text, url: url }
///     values: { version: "4.2" }  # with schedule alone: a value, at most 100 characters, for each attribute
///     campaigns:                  # required, 1 to 200
///       - name: premium           # required, once in an announcement
///         segment: premium        # required: a name of segments.yaml
///         template: new-premium   # required: a folder of templates/
///         when: { language: [en] }             # optional: user attributes and the values they may have
///         set: { last_release: "{{version}}" } # optional: user attributes to write, at most 100 characters each
///         after: P2D              # optional: ISO 8601 duration, PT15M to P365D
/// </code>
/// Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class AnnouncementsFile
{
    extension(AnnouncementCatalog)
    {
        /// <summary>Reads the file alone; <see cref="DefinitionSet.Load"/> checks that names in it exist elsewhere.</summary>
        /// <param name="path">The file; errors name it as it is given here.</param>
        /// <exception cref="DefinitionException">The file is missing, is no YAML, or breaks a rule.</exception>
        public static AnnouncementCatalog Load(string path) => Parse(DefinitionReader.TextOf(path), path);

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static AnnouncementCatalog Parse(string text, string fileName, PlatformLimits? limits = null)
        {
            var reader = new DefinitionReader(fileName, limits);
            var read = new AnnouncementCatalogReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
