namespace Engagement.Definitions.Segments;

/// <summary>
/// The groups of customers that messages go to: <c>definitions/segments.yaml</c>.
/// <code>
/// customers:                    # optional: what back ends and imports set, so that a misspelt name is found
///   userAttributes: [tier]
///   attributes: []
///   metrics: []
/// segments:                     # required
///   premium:                    # 1 to 40 letters, digits, _ and -
///     description: …            # optional
///     where:                    # required, 1 to 100 conditions, all of which have to hold
///       userAttributes:         # likewise attributes (of the endpoint)
///         tier: { in: [premium] }                      # or notIn: […], contains: […]
///         renewal_date: { before: 2027-01-01T00:00:00Z }   # or after: …, between: [from, to], on: 2026-12-24
///       metrics:
///         orders: { atLeast: 3 }                       # or equal, moreThan, lessThan, atMost
///       country: { in: [DE, AT] }                      # or notIn; likewise channel, platform, make, model, appVersion
/// </code>
/// A value is a literal; "in three days" is none. Customers who opted out of everything belong to segments and get no message.
/// Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class SegmentsFile
{
    extension(SegmentCatalog)
    {
        /// <summary>Reads the file alone; <see cref="DefinitionSet.Load"/> checks that names in it exist elsewhere.</summary>
        /// <param name="path">The file; errors name it as it is given here.</param>
        /// <exception cref="DefinitionException">The file is missing, is no YAML, or breaks a rule.</exception>
        public static SegmentCatalog Load(string path) => Parse(DefinitionReader.TextOf(path), path);

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <param name="limits">What the platform takes; null: no platform's limits are checked.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static SegmentCatalog Parse(string text, string fileName, PlatformLimits? limits = null)
        {
            var reader = new DefinitionReader(fileName, limits);
            var read = new SegmentCatalogReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
