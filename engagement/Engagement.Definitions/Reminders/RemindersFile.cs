namespace Engagement.Definitions.Reminders;

/// <summary>
/// What customers are reminded of: <c>definitions/reminders.yaml</c>.
/// <code>
/// reminders:                      # required
///   subscription_renewal:         # 1 to 40 letters, digits, _ and -
///     description: …              # optional
///     date: renewal_date          # required: a user attribute of dates.attributes in events.yaml
///     before: [P30D, P7D, P1D]    # required: ISO 8601 durations of whole hours, PT1H to P365D
///     template: renewal           # required: a folder of templates/
///     topic: appointments         # optional: a name of topics.yaml; default reminders
///     segment: subscribers        # optional: a name of segments.yaml; everyone with the date otherwise
///     skipIf: { renewed: ["yes"] } # optional: user attributes; a customer with one of the values gets no message
///     between: 09:00-20:00        # optional: hours in the customer's zone; outside, the message comes in the next allowed hour
/// </code>
/// Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class RemindersFile
{
    extension(ReminderCatalog)
    {
        /// <summary>Reads the file alone; <see cref="DefinitionSet.Load"/> checks that names in it exist elsewhere.</summary>
        /// <param name="path">The file; errors name it as it is given here. A missing one holds none.</param>
        /// <exception cref="DefinitionException">The file is no YAML, or breaks a rule.</exception>
        public static ReminderCatalog Load(string path) =>
            File.Exists(path) ? Parse(DefinitionReader.TextOf(path), path) : ReminderCatalog.Empty;

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static ReminderCatalog Parse(string text, string fileName, PlatformLimits? limits = null)
        {
            var reader = new DefinitionReader(fileName, limits);
            var read = new ReminderCatalogReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
