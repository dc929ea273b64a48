using System.Diagnostics;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.Definitions;

/// <summary>Whatever a file is, reading it ends soon with an error that names it.</summary>
public sealed class HostileFileTests : IDisposable
{
    // Far more than is needed, and far less than the hostile files would take without bounds.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly DefinitionFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Files =>
        [
            "events.yaml", "segments.yaml", "announcements.yaml", "reminders.yaml", "templates/news/subject.txt",
            "templates/news/email.html", "templates/news/email.txt",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_that_are_not_UTF8_are_named_with_line_and_column(string file) =>
        Assert.Contains(
            $"{file}:2:3: the byte 0xE9 is not UTF-8; save the file as UTF-8",
            folder.WithBytes(file, [.. "#\n# "u8, 0xE9, .. "\n"u8]).Errors());

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    public void Half_pairs_overlong_forms_other_encodings_and_broken_ends_are_not_UTF8(byte[] bytes) =>
        Assert.Contains(
            folder.WithBytes("segments.yaml", bytes).Errors(),
            error => error.StartsWith("segments.yaml:1:1: the byte 0x", StringComparison.Ordinal));

    [Fact]
    public void Byte_order_mark_does_not_matter() =>
        Assert.Empty(folder.WithBytes("templates/news/subject.txt", [0xEF, 0xBB, 0xBF, .. "News"u8]).Errors());

    [Theory]
    [InlineData("\"\\uD800\"", "a.yaml:2:35: not valid YAML")]
    [InlineData("\"\\0\"", "holds the character U+0000")]
    [InlineData("\"a\\Lb\"", "holds the character U+2028")]
    [InlineData("\"a\\Nb\"", "holds the character U+0085")]
    public void Escape_in_YAML_that_makes_no_text_is_refused(string text, string error) => Assert.Contains(
        error,
        Assert.Single(
            DefinitionErrors.Of(
                () =>
                    AnnouncementCatalog.Parse(
                        $"announcements:\n  a: {{ via: journey, description: {text}, campaigns: [{{ name: a, segment: s, template: t }}] }}\n",
                        "a.yaml"))),
        StringComparison.Ordinal);

    [Fact]
    public void User_attribute_is_set_to_one_line() => Assert.Contains(
        "holds a control character",
        Assert.Single(folder.Edit("announcements.yaml", "\"{{version}}\"", "\"{{version}}\\n\"").Errors()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{{")]
    public void Nesting_of_200_000_is_refused_soon(string opening) =>
        EndsSoon("announcements.yaml", "announcements.yaml", string.Concat(Enumerable.Repeat(opening, 200_000)));

    [Theory]
    [InlineData("{{#if Address}}")]
    [InlineData("{{#each User.UserAttributes.tier}}")]
    [InlineData("{{!")]
    [InlineData("{{Address}}")]
    [InlineData("<p><b>")]
    [InlineData("<!--[if")]
    [InlineData("{{")]
    public void Template_of_200_000_tags_is_refused_soon(string tag) =>
        EndsSoon("templates/news", "templates/news/email.html", string.Concat(Enumerable.Repeat(tag, 200_000)));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_of_50_MB_is_refused_soon(string file) => Assert.Contains(
        $"{file}: has 52428800 bytes; at most 2400000 are read",
        folder.WithBytes(file, Enumerable.Repeat((byte)'#', 50 << 20).ToArray()).Errors());

    [Fact]
    public void Mistakes_without_number_are_told_up_to_a_hundred()
    {
        var errors = folder.With("segments.yaml", string.Concat(Enumerable.Range(0, 20_000).Select(each => $"key{each}: 1\n"))).Errors();
        Assert.Equal(101, errors.Count(error => error.StartsWith("segments.yaml", StringComparison.Ordinal)));
        Assert.Contains("segments.yaml: has more than 100 mistakes; mend these first", errors);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Pipe_is_refused_without_waiting_for_a_writer(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var made = Process.Start("mkfifo", folder.Without(file).PathOf(file));
            await made.WaitForExitAsync();
            Assert.Contains($"{file}: the file is empty, or is a pipe or device", await Task.Run(() => folder.Errors()).WaitAsync(Soon));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Link_out_of_the_folder_is_refused(string file)
    {
        var outside = Directory.CreateTempSubdirectory("outside");
        File.WriteAllText(Path.Combine(outside.FullName, "secret"), "secret: 1\n");
        File.CreateSymbolicLink(folder.Without(file).PathOf(file), Path.Combine(outside.FullName, "secret"));
        Assert.Contains($"{file}: is a symbolic link out of the folder of the definitions; put the file itself there", folder.Errors());
        outside.Delete(recursive: true);
    }

    [Theory]
    [InlineData("templates")]
    [InlineData("templates/news")]
    public void Linked_folder_outside_is_refused(string linked)
    {
        var outside = Directory.CreateTempSubdirectory("outside");
        Directory.CreateSymbolicLink(folder.Without(linked).PathOf(linked), outside.FullName);
        Assert.Contains($"{linked}: is a symbolic link out of the folder of the definitions; put the file itself there", folder.Errors());
        outside.Delete(recursive: true);
    }

    [Fact]
    public void Link_within_the_folder_is_followed()
    {
        File.CreateSymbolicLink(folder.Without("templates/news/email.txt").PathOf("templates/news/email.txt"), "subject.txt");
        Assert.Empty(folder.Errors());
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(folder.Without("templates/news/email.txt").PathOf("templates/news/email.txt"), "email.txt");
        Assert.Contains(folder.Errors(), error => error.StartsWith("templates/news/email.txt: ", StringComparison.Ordinal));
    }

    private void EndsSoon(string named, string file, string text)
    {
        var began = Stopwatch.StartNew();
        Assert.Contains(
            folder.With(file, text).Errors(),
            error => error.StartsWith(named, StringComparison.Ordinal) && error.Length < 2_000);
        Assert.True(began.Elapsed < Soon, $"{began.Elapsed}");
    }
}
