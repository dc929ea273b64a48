namespace Engagement.Definitions.Journeys;

/// <summary>A journey and where it stands, for rules that span files.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Key">Its name in the file.</param>
/// <param name="Fields">Its keys.</param>
internal sealed record ReadJourney(Journey Journey, DefinitionScalar Key, DefinitionFields Fields);
