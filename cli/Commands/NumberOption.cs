using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Engagement.Cli.Commands;

/// <summary>Makes options that take a number.</summary>
internal static class NumberOption
{
    /// <param name="name">The option's name.</param>
    /// <param name="description">What the number means.</param>
    /// <param name="usual">The number where none is given.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    public static Option<T> Create<T>(string name, string description, T usual, T least, T most)
        where T : INumber<T> => new(name)
        {
            Description = $"{description} {least} to {most}.",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError($"{name}: a number from {least} to {most} is expected.");
                return usual;
            },
        };
}
