using System.CommandLine;
using Engagement.Cli.Commands;

namespace Engagement.Cli.Messages;

/// <summary>The option <c>--attribute NAME=VALUE</c>: what a company event would carry.</summary>
internal sealed class AttributeOption
{
    /// <summary>The option.</summary>
    public Option<string[]> Option { get; } = new("--attribute")
    {
        Description = "An attribute of the event. May stand several times.",
        HelpName = "NAME=VALUE",
    };

    /// <summary>The attributes.</summary>
    /// <exception cref="CommandException">One has no value, or stands twice.</exception>
    public IReadOnlyDictionary<string, string> Read(ParseResult arguments)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in arguments.GetValue(Option) ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new CommandException($"--attribute: '{text}' is not of the form NAME=VALUE.");
            }

            if (!attributes.TryAdd(text[..at], text[(at + 1)..]))
            {
                throw new CommandException($"--attribute: '{text[..at]}' is there twice.");
            }
        }

        return attributes;
    }
}
