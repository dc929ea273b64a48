using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.Sqs.Messages;

/// <summary>
/// What SQS takes as an attribute of a message:
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
/// </summary>
internal static partial class AttributeRules
{
    // Characters of a name and of a type.
    private const int Longest = 256;

    // Digits of a number before and after the point.
    private const int MostDigits = 38;

    /// <exception cref="Aws.AwsException">The name is none that SQS takes.</exception>
    public static void CheckName(string name)
    {
        if (name.Length > Longest)
        {
            throw SqsError.Invalid($"Message (user) attribute names must be shorter than {Longest} Bytes");
        }

        if (!Name().IsMatch(name))
        {
            throw SqsError.Invalid(
                "Message (user) attributes name can only contain upper and lower score characters, digits, periods, hyphens and "
                    + "underscores. ");
        }

        if (Reserved().IsMatch(name) || name[0] == '.' || name[^1] == '.' || name.Contains("..", StringComparison.Ordinal))
        {
            throw SqsError.Invalid(
                "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings are reserved for internal use. "
                + "Additionally, they cannot start or end with '.', or have two in a row.");
        }
    }

    /// <summary><c>String</c>, <c>Number</c> or <c>Binary</c>, without the sender's own label behind a dot.</summary>
    /// <exception cref="Aws.AwsException">The type is none that SQS takes.</exception>
    public static string Kind(string name, string type)
    {
        if (type.Length > Longest)
        {
            throw SqsError.Invalid($"Message (user) attribute types must be shorter than {Longest} Bytes");
        }

        return Type().Match(type) is { Success: true } match
            ? match.Groups["kind"].Value
            : throw SqsError.Invalid(
                $"The type of message (user) attribute '{name}' is invalid. You must use only the following supported type prefixes: "
                    + "Binary, Number, String.");
    }

    /// <exception cref="Aws.AwsException">The value is not what its kind says.</exception>
    public static void CheckValue(string name, string kind, string value)
    {
        if (kind == "Binary" && !Convert.TryFromBase64String(value, new byte[value.Length], out _))
        {
            throw SqsError.Mistyped($"MessageAttributes.{name}.BinaryValue", "base64");
        }

        if (kind != "Binary" && !MessageText.IsAllowed(value))
        {
            throw SqsError.Invalid(SqsError.InvalidCharacters().Message);
        }

        if (kind == "Number" && !IsNumber(value))
        {
            throw SqsError.Invalid($"Can't cast the value of message (user) attribute '{name}' to a number.");
        }
    }

    private static bool IsNumber(string value) => Number().Match(value) is { Success: true } match
        && match.Groups["digits"].Captures.Sum(capture => capture.Length) <= MostDigits
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= 1e126;

    [GeneratedRegex("^[a-zA-Z0-9_.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(aws|amazon)\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();

    [
        GeneratedRegex(
            @"^(?<kind>String|Number|Binary)(\..+)?$",
            RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Type();

    [
        GeneratedRegex(
            @"^[+-]?((?<digits>[0-9]+)(\.(?<digits>[0-9]*))?|\.(?<digits>[0-9]+))([eE][+-]?[0-9]{1,4})?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Number();
}
