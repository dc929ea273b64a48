using Engagement.Definitions;

namespace Engagement.Infra;

/// <summary>The definitions that a stack declares, as it has read them.</summary>
/// <param name="Directory">The folder, by its whole path.</param>
/// <param name="Limits">How much of them the stack's platform takes.</param>
/// <param name="Set">What they say.</param>
internal sealed record StackDefinitions(string Directory, PlatformLimits Limits, DefinitionSet Set);
