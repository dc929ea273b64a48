using System.Text.RegularExpressions;

namespace Infra.Tests.Writing;

/// <summary>
/// Lines have at most 140 columns in code and 120 in prose, as <c>.editorconfig</c> says; <c>dotnet format</c> does not look.
/// </summary>
public sealed partial class LineLengthTests
{
    private const int Code = 140;
    private const int Prose = 120;
    private const int LongText = 60;

    // Files whose lines cannot be broken, with the reason.
    private static readonly (string Files, string Reason)[] Exceptions =
    [
        (@"\.(json|sln|csv)$", "a tool writes them, or a text in them has no line break"),
        (@"\.(csproj|props|targets)$", "an attribute's value has no line break: conditions, lists of files, messages"),
        (@"^definitions/templates/", "a line break reaches the customer"),
        (@"^infra/Pixel/store-request\.vtl$", "a line break would become part of the stored request"),
        (@"^infra/CompanyEvents/Route/.*\.txt$", "a line break would become part of the answer"),
        (@"^gtm/template\.tpl$", "the parts are JSON, written by Google Tag Manager's editor"),
        (@"^tests/nothing\.yaml$", "a list of texts is a row of a table"),
        (@"^local/DynamoDb/Expressions/ReservedWords\.cs$", "the words are AWS's, in its lines"),
        (@"^local/Pinpoint/Protocol/UnsupportedPinpointOperations\.cs$", "an operation and its path are a row of a table"),
        (@"^local/Commands/NextSteps\.cs$", "commands to copy, a line each"),
    ];

    [Fact]
    public void No_line_is_longer_than_its_kind_may_be()
    {
        var faults = from file in WrittenFile.All
                     where !Exceptions.Any(exception => Regex.IsMatch(file.Path, exception.Files))
                     from line in file.Lines
                     where line.Text.Length > (line.IsCode ? Code : Prose) && !(file.IsProse ? IsWhole(line.Text) : IsLiteral(line.Text))
                     select $"{file.Path}:{line.Number} has {line.Text.Length} columns";
        WrittenFile.AssertNone(faults);
    }

    [Fact]
    public void Every_exception_is_needed() => Assert.Empty(
        from exception in Exceptions
        where !WrittenFile.All.Any(file => Regex.IsMatch(file.Path, exception.Files) && file.Lines.Any(line => line.Text.Length > Code))
        select exception.Files);

    // A row of a table is one line.
    private static bool IsWhole(string line) => Row().IsMatch(line) || IsUnbroken(line);

    // An address, a picture or a row of values.
    private static bool IsUnbroken(string line) => !line.Trim().Contains(' ', StringComparison.Ordinal);

    // JSON of requests, expected answers and patterns are literals, which have no line break; an address in a comment has none either.
    private static bool IsLiteral(string line) =>
        IsUnbroken(line) || HoldsLongText(line) || Literal().IsMatch(line) || Address().IsMatch(line);

    // From one quotation mark to its own other: code between two texts is no text.
    private static bool HoldsLongText(string line) => Text().Matches(line).Any(text => text.Length > LongText);

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex Text();

    [GeneratedRegex(@"""""""|^\s*[{""\[-]|^\s*[$@]+""|(\\"".*){6}", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*/// https://\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(> )?\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
