using Engagement.Definitions;

namespace Handlers.Tests.Definitions;

/// <summary>What a reader says of a file.</summary>
internal static class DefinitionErrors
{
    public static string[] Of(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (DefinitionException exception)
        {
            return [.. exception.Errors.Select(error => error.ToString())];
        }
    }
}
