using Pulumi;

namespace Engagement.Infra.Configuration;

/// <summary>
/// The stack's configuration or a definition is wrong. It is a <see cref="RunException"/> because Pulumi prints the message of those alone,
/// without a stack trace, which says nothing to whoever wrote the configuration.
/// </summary>
/// <param name="message">Each problem on a line of its own: where, what, and what to do.</param>
public sealed class ConfigurationException(string message) : RunException(message)
{
    internal static ConfigurationException From(IEnumerable<string> problems) =>
        new($"The configuration of this stack is wrong:{string.Concat(problems.Select(problem => $"\n  {problem}"))}");
}
