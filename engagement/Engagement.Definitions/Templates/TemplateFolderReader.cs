using System.Globalization;
using System.Text;

namespace Engagement.Definitions.Templates;

/// <summary>Reads the folder <c>templates</c>; the format is documented at <see cref="MessageTemplate"/>.</summary>
internal sealed class TemplateFolderReader(string folder, PlatformLimits limits)
{
    private const string SubjectFile = "subject.txt";
    private const string HtmlFile = "email.html";
    private const string TextFile = "email.txt";
    private const string SmsFile = "sms.txt";

    private static readonly string[] EmailFiles = [SubjectFile, HtmlFile, TextFile];

    private readonly List<DefinitionReader> readers = [];

    /// <summary>What is wrong with the folders, and with files by themselves.</summary>
    public IEnumerable<DefinitionError> Errors => readers.SelectMany(reader => reader.Errors);

    /// <returns>The templates by name; none when there is no such folder.</returns>
    public IReadOnlyList<TemplateFiles> Read()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        if (DefinitionFile.LinkObjection(folder, Root) is { } objection)
        {
            ReaderOf().Report(objection);
            return [];
        }

        foreach (var stray in Names(Directory.EnumerateFiles(folder)))
        {
            ReaderOf(stray).Report($"stands beside the templates; each has a folder with {SubjectFile}, {HtmlFile} and {TextFile}, or {SmsFile}");
        }

        return [.. Names(Directory.EnumerateDirectories(folder)).Select(Template)];
    }

    private string Root => Path.GetDirectoryName(Path.GetFullPath(folder))!;

    // Sorted, so that errors and what is deployed do not depend on the file system; without files that an editor or a desktop hides.
    private static IEnumerable<string> Names(IEnumerable<string> paths) =>
        paths.Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal);

    private TemplateFiles Template(string name)
    {
        var whole = ReaderOf(name);
        if (DefinitionNameRule.Objection(name) is { } objection)
        {
            whole.Report($"the name {objection}");
        }

        if (DefinitionFile.LinkObjection(Path.Combine(folder, name), Root) is { } link)
        {
            whole.Report(link);
            return new(new() { Name = name }, []);
        }

        string[] known = [.. EmailFiles, SmsFile];
        string[] found = [.. Names(Directory.EnumerateFileSystemEntries(Path.Combine(folder, name)))];
        foreach (var unknown in found.Except(known, StringComparer.Ordinal))
        {
            ReaderOf(name, unknown).Report($"is no file of a template{NearestName.Hint(unknown, known)}");
        }

        var sources = new List<TemplateSource>();
        var hasText = found.Contains(SmsFile, StringComparer.Ordinal);
        var template = new MessageTemplate
        {
            Name = name,
            Email = !hasText || found.Intersect(EmailFiles, StringComparer.Ordinal).Any() ? Email(name, whole, sources) : null,
            Text = hasText ? Sms(name, sources) : null,
        };
        return new(template, sources);
    }

    private EmailMessage Email(string name, DefinitionReader whole, List<TemplateSource> sources)
    {
        var (subject, subjectText) = Source(name, SubjectFile, TemplateFileKind.Text);
        var (html, htmlText) = Source(name, HtmlFile, TemplateFileKind.Html);
        var (text, textText) = Source(name, TextFile, TemplateFileKind.Text);
        var email = new EmailMessage { Subject = subjectText.TrimEnd('\r', '\n'), Html = htmlText, Text = textText };
        Check(email, whole, subject);
        sources.AddRange(new[] { subject, html, text }.OfType<TemplateSource>());
        return email;
    }

    private TextMessage Sms(string name, List<TemplateSource> sources)
    {
        var (source, text) = Source(name, SmsFile, TemplateFileKind.Sms);
        if (limits.TextsNeed is { } setting)
        {
            ReaderOf(name, SmsFile).Report($"the stack sends no text messages until {setting} is set (docs/settings.md)");
        }

        sources.AddRange(source is null ? [] : [source]);
        return new() { Body = text.TrimEnd('\r', '\n') };
    }

    private (TemplateSource? Source, string Text) Source(string name, string file, TemplateFileKind kind)
    {
        var reader = ReaderOf(name, file);
        var path = Path.Combine(folder, name, file);
        if (!File.Exists(path))
        {
            reader.Report("the file does not exist; a template has a subject, an HTML part and a text part");
            return (null, "");
        }

        if (Text(reader, path) is not { } text)
        {
            return (null, "");
        }

        if (IsInvisible(text))
        {
            reader.Report("the file is empty, or holds nothing that can be seen");
        }

        var source = new TemplateSource(reader, text, kind);
        if (UnfitCharacter.Find(text) is { } unfit)
        {
            source.Report(unfit.Index, unfit.Objection);
        }

        return (source, text);
    }

    private string? Text(DefinitionReader reader, string path)
    {
        try
        {
            return DefinitionFile.Read(path, Root);
        }
        catch (DefinitionException exception)
        {
            reader.Add(exception.Errors);
            return null;
        }
    }

    private static bool IsInvisible(string text) => text.EnumerateRunes().All(
        rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);

    private void Check(EmailMessage email, DefinitionReader whole, TemplateSource? subject)
    {
        if (email.Subject.IndexOfAny(['\r', '\n']) is >= 0 and var line)
        {
            subject?.Report(line, "a subject is one line");
        }

        if (email.Subject.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab)
        {
            subject?.Report(tab, "a subject holds no tab");
        }

        if (email.Subject.Length > Limits.SubjectLength)
        {
            subject?.Report(0, $"a subject of {email.Subject.Length} characters; at most {Limits.SubjectLength} are possible");
        }

        if (email.Length > limits.EmailTemplateLength)
        {
            whole.Report($"{email.Length} characters; {limits.Platform} takes at most {limits.EmailTemplateLength} a template");
        }
    }

    private DefinitionReader ReaderOf(params string[] names)
    {
        var reader = new DefinitionReader(Path.Combine([folder, .. names]));
        readers.Add(reader);
        return reader;
    }
}
