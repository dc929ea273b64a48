using Pulumi;

namespace Engagement.Infra.Configuration;

/// <summary>
/// The stack's configuration or a definition is wrong. Of a <see cref="RunException"/> Pulumi prints the message alone, without a stack
/// trace, which does not help the operator.
/// </summary>
/// <param name="message">Each problem on a line of its own: where, what, and what to do.</param>
public sealed class ConfigurationException(string message) : RunException(message)
{
    internal static ConfigurationException From(IEnumerable<string> problems) =>
        new($"The configuration of this stack is wrong:{string.Concat(problems.Select(problem => $"\n  {problem}"))}");
}
