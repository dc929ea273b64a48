using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Definitions.Templates;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>What Pinpoint demands of templates (developer guide, "Message template quotas"; service model, TemplateName).</summary>
internal static partial class MessageTemplateRules
{
    /// <summary>Characters of an e-mail template, all parts together.</summary>
    public const int MaximumEmail = 600_000;

    /// <summary>Characters of an SMS template.</summary>
    public const int MaximumSms = 1_600;

    /// <summary>Checks a template before it is stored.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: it breaks a rule.</exception>
    public static void Check(TemplateResponse template)
    {
        Require.That(
            Name().IsMatch(template.TemplateName),
            "A template's name has up to 128 letters, digits, underscores and hyphens, and begins with a letter or digit.");
        var parts = new[] { template.Subject, template.HtmlPart, template.TextPart, template.Body }.OfType<string>().ToList();
        var maximum = template.TemplateType == "EMAIL" ? MaximumEmail : MaximumSms;
        Require.That(parts.Sum(part => part.Length) <= maximum, $"A template of this type has at most {maximum} characters.");
        CheckLanguage(parts);
        Require.That(
            template.DefaultSubstitutions is null || IsObject(template.DefaultSubstitutions), "DefaultSubstitutions is not a JSON object.");
    }

    // AWS takes all of Handlebars; a message must not differ from Pinpoint's in silence.
    private static void CheckLanguage(List<string> parts)
    {
        foreach (var part in parts)
        {
            var problems = TemplateLanguage.Read(part).Problems;
            Require.That(problems.Count == 0, problems.Count == 0 ? "" : Shown(part, problems[0]));
        }
    }

    private static string Shown(string part, TemplateProblem problem) =>
        $"This local cloud cannot render a tag of line {part.AsSpan(0, problem.Position).Count('\n') + 1} of the template: it "
            + $"{problem.Message}.";

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,127}\z")]
    private static partial Regex Name();
}
