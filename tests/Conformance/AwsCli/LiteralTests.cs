using System.Text.RegularExpressions;
using Conformance.Tests.Models;
using EndToEnd.Tests;
using Engagement.Infra.Configuration;

namespace Conformance.Tests.AwsCli;

/// <summary>
/// The published AWSSDK packages bring analyzers that refuse literals which a service would not take; the stand-ins have none. So the
/// service's model decides here.
/// </summary>
[Collection(RunningEnvironment.Name)]
public sealed partial class LiteralTests(CommandLine aws) : IClassFixture<CommandLine>
{
    private static readonly string[] Services =
    [
        "pinpoint", "secretsmanager", "sqs", "events", "dynamodb", "stepfunctions", "sesv2", "firehose", "pinpoint-sms-voice-v2",
    ];
    private static readonly string[] Folders = ["engagement", "handlers", Path.Combine("tests", "Handlers")];

    [Fact]
    public async Task Literals_in_requests_have_the_documented_lengths_and_patterns()
    {
        var literals = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(LiteralsIn)
            .ToList();
        var models = new List<BotocoreModel>();
        foreach (var service in Services)
        {
            models.Add(await aws.ModelAsync(service));
        }

        Assert.NotEmpty(literals);
        Assert.Equal([], literals
            .Select(literal => (Literal: literal, Objections: Objections(models, literal)))
            // Operations of several services have one name; a request is of one of them.
            .Where(each => each.Objections.Count > 0 && each.Objections.All(objection => objection is not null))
            .Select(each => $"{each.Literal.File}: {each.Literal.Operation}Request.{each.Literal.Member} = \"{each.Literal.Text}\": "
                + each.Objections[0]));
    }

    [Theory]
    [InlineData("secretsmanager", "PutSecretValue", "ClientRequestToken", "mine", "has fewer than 32 characters")]
    [InlineData("secretsmanager", "PutSecretValue", "SecretId", "signing", null)]
    [InlineData("stepfunctions", "StartExecution", "Name", "", "has fewer than 1 characters")]
    public async Task A_literal_that_the_service_refuses_is_told(
        string service,
        string operation,
        string member,
        string text,
        string? objection)
    {
        var found = (await aws.ModelAsync(service)).Objection(operation, member, text);

        Assert.Equal(objection, found);
    }

    private static IReadOnlyList<string?> Objections(
        IReadOnlyList<BotocoreModel> models, (string File, string Operation, string Member, string Text) literal) =>
    [
        .. models.Where(model => model.Knows(literal.Operation))
            .Select(model => model.Objection(literal.Operation, literal.Member, literal.Text)),
    ];

    // The members of the request itself: what is nested has braces of its own.
    private static IEnumerable<(string File, string Operation, string Member, string Text)> LiteralsIn(string file) =>
        from request in Request().Matches(File.ReadAllText(file))
        from member in Member().Matches(request.Groups["members"].Value)
        select (Path.GetFileName(file), request.Groups["operation"].Value, member.Groups["name"].Value, member.Groups["text"].Value);

    [GeneratedRegex(@"new (?<operation>[A-Z]\w+)Request\s*\{(?<members>[^{}]*)[{}]", RegexOptions.ExplicitCapture)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w+) = ""(?<text>[^""\\]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}
