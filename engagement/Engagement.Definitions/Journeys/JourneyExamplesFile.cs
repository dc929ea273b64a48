using Engagement.Journeys;
using Engagement.Journeys.Simulation;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// What the journeys are promised to do: <c>definitions/journeys.examples.yaml</c>.
/// <code>
/// examples:
///   tips_follow_the_welcome:          # what it promises, in words
///     at: 2026-12-01T10:00:00+01:00   # required: when it starts
///     customer: { tz: [Europe/Berlin] } # optional: user attributes with their values
///     events: [newsletter_signup, "purchase_success@P4D,value=30"] # required: TYPE[@DURATION][,NAME=VALUE]...
///     messages: [welcome@PT0S, tips@P3D] # required: TEMPLATE@DURATION, all that come
/// </code>
/// Durations count from <c>at</c>. A message that waited for its hours comes when these begin. The way of a split depends on the journey,
/// the step and the event's place in the list, so that it is the same each time.
/// </summary>
public static class JourneyExamplesFile
{
    /// <summary>Its name.</summary>
    public const string Name = "journeys.examples.yaml";

    /// <summary>Reads the file; a missing one holds no examples.</summary>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="definitions">The definitions that the examples are of.</param>
    /// <exception cref="DefinitionException">The file is no YAML, or breaks a rule.</exception>
    public static IReadOnlyList<JourneyExample> Load(string path, DefinitionSet definitions) =>
        File.Exists(path) ? Parse(DefinitionReader.TextOf(path), path, definitions) : [];

    /// <summary>Reads a text of the file's form.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">The name that errors show.</param>
    /// <param name="definitions">The definitions that the examples are of.</param>
    /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
    public static IReadOnlyList<JourneyExample> Parse(string text, string fileName, DefinitionSet definitions)
    {
        var reader = new DefinitionReader(fileName);
        var read = new JourneyExampleReader(reader, definitions.TrackingPlan).Read(text);
        reader.ThrowIfAny();
        return read;
    }

    extension(JourneyExample example)
    {
        /// <summary>
        /// The messages that the definitions bring in the example's case, as <see cref="JourneyExample.Messages"/> has them.
        /// </summary>
        public IReadOnlyList<string> Simulate(DefinitionSet definitions) =>
        [
            .. definitions.Simulation.Run(example.At, new SimulatedCustomer(example.Customer, definitions.Segments), example.Events)
                .Where(note => note.Outcome == JourneyOutcome.Sent)
                .Select(note => $"{note.Template}@{JourneyTimesReader.Text(note.At - example.At)}"),
        ];
    }

    extension(DefinitionSet definitions)
    {
        /// <summary>A simulation of the definitions' journeys.</summary>
        public JourneySimulation Simulation =>
            new(definitions.Journeys, definitions.Topics, definitions.TrackingPlan.Zone);
    }
}
