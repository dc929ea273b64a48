using System.Numerics;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Reads a method's arguments.</summary>
internal static class Argument
{
    /// <summary>The text that the argument must be.</summary>
    public static string Text(object? argument) => argument as string ?? throw new ArgumentException($"a text was expected, not {Values.Describe(argument)}");

    /// <summary>The index that the argument must be, from 0 to the limit.</summary>
    public static int Index(object? argument, int limit) => argument is not BigInteger number
        ? throw new ArgumentException($"a whole number was expected, not {Values.Describe(argument)}")
        : number >= 0 && number <= limit
            ? (int)number
            : throw new ArgumentException($"{number} is not between 0 and {limit}");
}
