namespace Engagement.Definitions.Topics;

/// <summary>
/// What messages are about: <c>definitions/topics.yaml</c>.
/// <code>
/// link: Unsubscribe           # optional: the words of the link by which customers unsubscribe, 1 to 100 characters; default Unsubscribe
/// topics:                     # required
///   news:                     # 1 to 40 letters, digits, _ and -
///     description: News …     # required: what customers read where they choose, 1 to 100 characters
///     kind: marketing         # required: marketing, or transactional (customers cannot unsubscribe)
/// languages:                  # optional: languages of the page where customers choose, beside English
///   de:                       # a tag of BCP 47, such as de, pt-BR or zh-Hant; en replaces the page's own English
///     title: E-Mails an Sie   # all texts are required, 1 to 200 characters: see PageLanguage for what each is
///     stop: "Abmelden: {topic}"   # with {topic}, in whose place the topic's description comes
///     …
///     topics: { news: … }     # required: each marketing topic of this file; announcements and reminders where the file lacks them
/// </code>
/// The topics <c>announcements</c> and <c>reminders</c> are always there, and are marketing: they are those of announcements and reminders
/// that name no topic. Anything else is an error, and <see cref="DefinitionException"/> names all errors at once.
/// </summary>
public static class TopicsFile
{
    extension(TopicCatalog)
    {
        /// <summary>Reads the file.</summary>
        /// <param name="path">The file; errors name it as it is given here. A missing one holds <see cref="TopicCatalog.Default"/>.</param>
        /// <exception cref="DefinitionException">The file is no YAML, or breaks a rule.</exception>
        public static TopicCatalog Load(string path) =>
            File.Exists(path) ? Parse(DefinitionReader.TextOf(path), path) : TopicCatalog.Default;

        /// <summary>Reads a text of the file's form.</summary>
        /// <param name="text">The file's text.</param>
        /// <param name="fileName">The name that errors show.</param>
        /// <exception cref="DefinitionException">The text is no YAML, or breaks a rule.</exception>
        public static TopicCatalog Parse(string text, string fileName)
        {
            var reader = new DefinitionReader(fileName);
            var read = new TopicCatalogReader(reader).Read(text);
            reader.ThrowIfAny();
            return read!;
        }
    }
}
