using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Definitions;
using Engagement.Infra;
using Engagement.Infra.Configuration;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Pulumi;
using Pulumi.Utilities;

namespace Engagement.Local.Plans;

/// <summary>What an environment's stack declares, as text that people review: see docs/plans.md.</summary>
internal static class StackPlan
{
    private static readonly string[] Heading =
    [
        "What this environment's stack declares. docs/plans.md says how to read it.",
        "Written by 'dotnet run --project local -- plan', never by hand.",
    ];

    // The definitions that functions get a part of.
    private static readonly string[] FunctionFiles =
    [
        DefinitionFileNames.Announcements, DefinitionFileNames.Events, DefinitionFileNames.Journeys, DefinitionFileNames.Reminders,
        DefinitionFileNames.Topics,
    ];

    /// <summary>Runs the stack's program and writes down what it declares.</summary>
    /// <param name="configuration">The stack and its settings, with a stand-in for each secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunException">The program failed; the message says why.</exception>
    public static Task<string> WriteAsync(StackConfiguration configuration, CancellationToken cancellationToken) =>
        WriteAsync(configuration, [], cancellationToken);

    /// <summary>The same of a stack whose resources are changed before they are declared.</summary>
    public static async Task<string> WriteAsync(
        StackConfiguration configuration, IEnumerable<ResourceTransformation> changes, CancellationToken cancellationToken)
    {
        var references = new References(configuration.Region);
        var engine = new PlanEngine(references);
        var artifacts = new NamedArtifacts();
        await StackProgram.RunAsync(
            engine,
            configuration,
            () => new EngagementStack(artifacts, new StackOptions { ResourceTransformations = [.. changes, engine.Observe] }),
            cancellationToken);
        var resources = engine.Resources.ToList();
        var labels = Labels(resources.Select(each => each.Declared));
        references.Call(labels);
        var readable = new ReadableValue(references, configuration.Secrets, HashesOf(resources, labels));
        var shown = new JsonObject();
        foreach (var (declared, inputs) in
            resources.OrderBy(each => labels[(each.Declared.Type, each.Declared.Name)], StringComparer.Ordinal))
        {
            var label = labels[(declared.Type, declared.Name)];
            var resource = await DescribeAsync(declared, labels);
            resource["inputs"] = readable.Show(inputs, label);
            shown[label] = resource;
        }

        return PlanYaml.Write(Heading, new()
        {
            ["stack"] = configuration.Stack,
            ["provider"] = Provider(configuration, readable),
            ["definitions"] = await DefinitionsAsync(configuration, cancellationToken),
            ["resources"] = shown,
            ["outputs"] = readable.Show(engine.Outputs, "outputs"),
        });
    }

    // By name; where two types of resources share one, by name and type.
    private static Dictionary<(string Type, string Name), string> Labels(IEnumerable<DeclaredResource> resources) =>
        resources.GroupBy(each => each.Name, StringComparer.Ordinal).SelectMany(group => group.Select(each => (
            Key: (each.Type, each.Name),
            Label: group.Count() == 1
                ? each.Name
                : $"{each.Name}:{each.Type.Split(':')[^1]}"))).ToDictionary(each => each.Key, each => each.Label);

    // Programs hash a text to have something replaced when it changes.
    private static Dictionary<string, string> HashesOf(
        IEnumerable<(
            DeclaredResource Declared,
            ImmutableDictionary<string, object> Inputs)> resources, Dictionary<(string, string), string> labels) =>
        resources.SelectMany(each => each.Inputs.Where(input => input.Value is string).Select(input => (
            Hash: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((string)input.Value))),
            Of: $"{labels[(each.Declared.Type, each.Declared.Name)]}.{input.Key}")))
        .GroupBy(each => each.Hash, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => $"sha256(${{{group.Select(each => each.Of).Min(StringComparer.Ordinal)}}})",
            StringComparer.Ordinal);

    private static async Task<JsonObject> DescribeAsync(DeclaredResource declared, Dictionary<(string, string), string> labels)
    {
        var described = new JsonObject { ["type"] = declared.Type };
        if (!declared.Within.IsEmpty)
        {
            described["within"] = new JsonArray(
                [.. declared.Within.Select(each => JsonValue.Create($"{each.GetResourceName()} ({each.GetResourceType()})"))]);
        }

        var options = await OptionsAsync(declared, labels);
        if (options.Count > 0)
        {
            described["options"] = options;
        }

        return described;
    }

    // In the order of the SDK's documentation; only what is set.
    private static async Task<JsonObject> OptionsAsync(DeclaredResource declared, Dictionary<(string, string), string> labels)
    {
        var (options, custom) = (declared.Options, declared.Options as CustomResourceOptions);
        var dependsOn = await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput());
        var shown = new JsonObject();
        Add(
            "dependsOn",
            dependsOn.IsDefaultOrEmpty
                ? null
                : Texts(
                    dependsOn.Select(each =>
                        labels.GetValueOrDefault(
                            (each.GetResourceType(), each.GetResourceName()), each.GetResourceName())).Order(StringComparer.Ordinal)));
        Add("protect", declared.Protect ? true : null);
        Add("retainOnDelete", options.RetainOnDelete == true ? true : null);
        Add("deleteBeforeReplace", custom?.DeleteBeforeReplace == true ? true : null);
        Add("ignoreChanges", options.IgnoreChanges.Count == 0 ? null : Texts(options.IgnoreChanges));
        Add("replaceOnChanges", options.ReplaceOnChanges.Count == 0 ? null : Texts(options.ReplaceOnChanges));
        Add("import", custom?.ImportId);
        return shown;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                shown[name] = value;
            }
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    // Pulumi's default provider takes its configuration from the stack's; the program knows nothing of it.
    private static JsonObject Provider(StackConfiguration configuration, ReadableValue readable) => new(configuration.Values
        .Where(pair => pair.Key.StartsWith("aws:", StringComparison.Ordinal))
        .Select(pair => KeyValuePair.Create(pair.Key, readable.Show(pair.Value, pair.Key))));

    // Templates and segments show as resources.
    private static async Task<JsonObject> DefinitionsAsync(StackConfiguration configuration, CancellationToken cancellationToken)
    {
        var directory =
            Path.GetFullPath(configuration.Values.GetValueOrDefault("definitions:directory") ?? "definitions", RepositoryRoot.Path);
        var shown = new JsonObject();
        foreach (var name in FunctionFiles.Where(name => File.Exists(Path.Combine(directory, name))))
        {
            shown[name] = PlanYaml.Read(name, await File.ReadAllTextAsync(Path.Combine(directory, name), cancellationToken));
        }

        return shown;
    }
}
