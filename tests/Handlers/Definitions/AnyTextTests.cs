using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Definitions;

/// <summary>Whatever a file holds, it is understood or its mistakes are named; nothing else is thrown.</summary>
public class AnyTextTests
{
    private static readonly string[] Yaml =
    [
        ":", ": ", " ", "\n", "\n  ", "\n    ", "\n      ", "- ", "[", "]", "{ ", " }", ", ", "'", "\"", "#", "~", "é",
        "\ud800", "1", "x",
    ];

    [Fact]
    public void Any_text_is_a_catalog_of_segments_or_a_definition_error() => Prop.ForAll(
        Texts(
            "segments", "customers", "where", "userAttributes", "metrics", "country", "in", "between", "on", "equal",
            "2027-01-01T00:00:00Z", "DE"),
        text =>
            Assert.All(
                DefinitionErrors.Of(() => SegmentCatalog.Parse(text, "s.yaml")),
                error => Assert.StartsWith("s.yaml", error, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_catalog_of_announcements_or_a_definition_error() => Prop.ForAll(
        Texts(
            "announcements", "via", "journey", "schedule", "at", "now", "values", "attributes", "campaigns", "name", "segment",
            "template", "when", "set", "after", "P2D", "{{x}}"),
        text =>
            Assert.All(
                DefinitionErrors.Of(() => AnnouncementCatalog.Parse(text, "a.yaml")),
                error => Assert.StartsWith("a.yaml", error, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_conditions_are_a_segment_or_a_definition_error() => Prop.ForAll(
        Flow("userAttributes", "attributes", "metrics", "country", "channel", "x", "in", "notIn", "before", "between", "on", "equal"),
        where =>
            Assert.All(
                DefinitionErrors.Of(() => SegmentCatalog.Parse($"segments: {{ a: {{ where: {where} }} }}", "s.yaml")),
                error => Assert.StartsWith("s.yaml", error, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_announcement_is_one_or_a_definition_error() => Prop.ForAll(
        Flow("description", "via", "at", "attributes", "values", "campaigns", "name", "segment", "template", "when", "set", "after"),
        announcement =>
            Assert.All(
                DefinitionErrors.Of(() => AnnouncementCatalog.Parse($"announcements: {{ a: {announcement} }}", "a.yaml")),
                error => Assert.StartsWith("a.yaml", error, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_template_is_one_or_a_definition_error()
    {
        using var folder = new DefinitionFolder();
        string[] tags =
        [
            "{{",
            "}}",
            "{{{",
            "}}}",
            "#",
            "/",
            "^",
            "&",
            ">",
            "!",
            "!--",
            "--",
            "~",
            "else",
            "if",
            "each",
            "as |x|",
            "(",
            ")",
            "=",
            "\"",
            "[",
            "]",
            ".",
            "../",
            "@",
            "this",
            "User.UserId",
            "\\",
            " ",
            "\n",
            "\r",
        ];
        Prop.ForAll(
            Gen.Elements(tags).ListOf().Select(pieces => "x" + string.Concat(pieces)).ToArbitrary(),
            text =>
                Assert.All(
                    folder.With("templates/news/email.html", text).Errors(),
                    error => Assert.StartsWith("templates/news/email.html:", error, StringComparison.Ordinal)))
                .QuickCheckThrowOnFailure();
    }

    private static Arbitrary<string> Texts(params string[] words) =>
        Gen.Elements([.. Yaml, .. words]).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    // Well-formed YAML, so that it gets past the parser: keys in any order over values of any kind.
    private static Arbitrary<string> Flow(params string[] keys)
    {
        return Value(3).ToArbitrary();

        Gen<string> Value(int depth)
        {
            var scalar = Gen.Elements(
                "x", "7", "true", "~", "''", "now", "P2D", "schedule", "journey", "'{{x}}'", "2027-01-01T00:00:00Z",
                "2026-12-24");
            return depth == 0
                ? scalar
                : Gen.Frequency(
                    (2, scalar),
                    (2, Value(depth - 1).ListOf().Select(items => $"[{string.Join(", ", items.Take(4))}]")),
                    (4, (from key in Gen.Elements(keys) from value in Value(depth - 1) select $"{key}: {value}")
                        .ListOf()
                        .Select(entries => $"{{ {string.Join(", ", entries.Take(6))} }}")));
        }
    }
}
