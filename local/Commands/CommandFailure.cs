using Engagement.CustomerFiles;
using Engagement.Definitions;
using Engagement.Local.Cloud;
using Pulumi;

namespace Engagement.Local.Commands;

/// <summary>
/// What a command says when it cannot do what it was asked. It has no stack trace: a stack trace shows a mistake of this program.
/// </summary>
internal static class CommandFailure
{
    /// <summary>The exit code of a command that failed.</summary>
    public const int ExitCode = 1;

    /// <summary>What went wrong, for the person who typed the command; null where this program has a mistake.</summary>
    public static string? MessageOf(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: var inner } =>
            string.Join('\n', inner.Select(each => MessageOf(each) ?? each.Message).Distinct(StringComparer.Ordinal)),
        // Thrown where a static value cannot be had, such as the repository's folder.
        TypeInitializationException { InnerException: InvalidOperationException inner } => inner.Message,
        CustomerFileException or DefinitionException or ResourceFailedException or RunException or FormatException
            or NotSupportedException or IOException or UnauthorizedAccessException => exception.Message,
        _ => null,
    };
}
