namespace Engagement.Definitions.Journeys;

/// <summary>
/// The messages that answer what a customer did: <c>definitions/journeys.yaml</c>.
/// <code>
/// limits: { messages: 2, per: P1D } # optional: at most so many messages to one customer within any span of per: 1 to 20, PT1H to P30D.
///                                 # All announcements and journeys of marketing count together. One message too many is left out
/// between: 09:00-20:00            # optional: hours in the customer's zone for announcements of marketing, and for journeys of marketing
///                                 # without a between; outside, a message waits for them
/// journeys:                       # required; at most 100
///   welcome:                      # 1 to 40 letters, digits, _ and -. It is the journey's memory: a new name knows nobody
///     description: …              # optional
///     event: newsletter_signup    # required: an event of events.yaml
///     where: { metrics: { value: { atLeast: 20 } } } # optional: attributes (in, notIn, contains) and metrics of that event
///     segment: premium            # optional: a name of segments.yaml, judged at entry alone
///     again: never                # required: never, always, or the least time between two entries, PT1H to P365D
///     inside: ignore              # optional: restart lets a further event start the journey anew before its first message
///     until: [purchase_success]   # optional: 1 to 5 events after which no more messages come
///     skipIf: { renewed: ["yes"] } # optional: user attributes; a customer with one of the values does not get the message
///     between: 09:00-20:00        # optional: hours in the customer's zone; outside, a message waits for them
///     topic: news                 # optional: a name of topics.yaml; default journeys. A transactional one makes the journey essential
///     closed: false               # optional: true lets nobody in
///     steps:                      # required: 1 to 20 with those inside others, which go 3 levels deep
///       - send: welcome           # a folder of templates/, once on any way through the journey
///       - wait: P3D               # whole minutes, PT1M to P90D; on any way at most P365D together
///       - if: { did: feature_used } # did: an event since entry; or segment: a name of segments.yaml
///         then: [{ send: next }]
///         else: [{ send: help }]  # optional
///       - split: [{ share: 90, steps: [{ send: review }] }, { share: 10, steps: [] }] # 2 to 5 shares that make 100
/// </code>
/// Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class JourneysFile
{
    extension(JourneyCatalog)
    {
        /// <summary>Reads the file alone; <see cref="DefinitionSet.Load"/> checks that names in it exist elsewhere.</summary>
        /// <param name="path">The file; errors name it as it is given here. A missing one holds none.</param>
        /// <exception cref="DefinitionException">The file is no YAML, or breaks a rule.</exception>
        public static JourneyCatalog Load(string path) =>
            File.Exists(path) ? Parse(DefinitionReader.TextOf(path), path) : JourneyCatalog.Empty;

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static JourneyCatalog Parse(string text, string fileName, PlatformLimits? limits = null)
        {
            var reader = new DefinitionReader(fileName, limits);
            var read = new JourneyCatalogReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
