namespace Engagement.Definitions;

/// <summary>
/// The events that the pixel accepts: <c>definitions/events.yaml</c>.
/// <code>
/// acceptUnknownEvents: false    # optional, default false: true records events that are not listed, too (for development)
/// honorPrivacySignals: true     # optional, default true: a request with Sec-GPC: 1 or DNT: 1 is not recorded
/// consent: [analytics_storage] # optional, default analytics_storage: what a visitor must have granted before a tag manager fires an event
/// dates:                        # optional: user attributes that hold dates
///   attributes: [renewal_date]  # required: their names
///   hour: 9                     # optional, 0 to 23: what a date without a time means; default 9
///   zone: Europe/Berlin         # optional: zone of customers who have none of their own; default UTC
/// events:                       # required
///   purchase_success:           # event type: 1 to 50 characters, none of # : ? \ / and no {{, not beginning with _ or company.
///     description: …            # optional
///     identity: anonymous       # required: anonymous, or signed (the request must carry a valid identity signature)
///     consent: []               # optional, default the plan's; an empty list fires it without asking
///     attributes: [value]       # optional: names of texts, sent as evat_NAME
///     metrics: [value]          # optional: names of numbers, sent as evme_NAME; with the attributes at most 40
///     userAttributes: [plan]    # optional: names of user attributes, sent as usat_NAME, stored for signed requests only
/// </code>
/// Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class EventsFile
{
    extension(TrackingPlan)
    {
        /// <summary>Reads the file alone; <see cref="DefinitionSet.Load"/> checks that names in it exist elsewhere.</summary>
        /// <param name="path">The file; errors name it as it is given here.</param>
        /// <exception cref="DefinitionException">The file is missing, is no YAML, or breaks a rule.</exception>
        public static TrackingPlan Load(string path) => Parse(DefinitionReader.TextOf(path), path);

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static TrackingPlan Parse(string text, string fileName, PlatformLimits? limits = null)
        {
            var reader = new DefinitionReader(fileName, limits);
            var read = new TrackingPlanReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
