using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Tests.Gtm;

/// <summary>
/// What GTM's export format 2 asks of the containers made here: which members each part has, no more and no fewer, and what has to fit
/// together. Written down from exports that others published; GTM itself is not at hand.
/// </summary>
internal sealed partial class ContainerShape
{
    private readonly List<string> problems = [];

    /// <summary>Where a container is not as GTM expects it; empty when it is.</summary>
    public static IReadOnlyList<string> Problems(string container)
    {
        using var json = JsonDocument.Parse(container);
        var shape = new ContainerShape();
        shape.Export(json.RootElement);
        return shape.problems;
    }

    private void Export(JsonElement export)
    {
        if (!Members(export, "$", "exportFormatVersion", "exportTime", "containerVersion"))
        {
            return;
        }

        Need(
            export.GetProperty("exportFormatVersion") is { ValueKind: JsonValueKind.Number } format && format.GetInt32() == 2,
            "$.exportFormatVersion");
        Need(ExportTime.IsMatch(Text(export, "exportTime")), "$.exportTime");
        var version = export.GetProperty("containerVersion");
        if (!Members(
            version, "version", "path", "accountId", "containerId", "containerVersionId", "container", "tag", "trigger",
            "variable", "builtInVariable")
            || !Members(
                version.GetProperty("container"),
                "container",
                "path",
                "accountId",
                "containerId",
                "name",
                "publicId",
                "usageContext"))
        {
            return;
        }

        Need(
            version.GetProperty("container").GetProperty("usageContext") is var usage
                && usage.GetArrayLength() == 1
                && usage[0].GetString() == "WEB",
            "container.usageContext");
        Each(version, "builtInVariable", (variable, path) => Members(variable, path, "accountId", "containerId", "type", "name"));
        Each(version, "variable", Variable);
        Each(version, "trigger", Trigger);
        Each(version, "tag", Tag);
        if (problems.Count == 0)
        {
            WhatFitsTogether(version);
        }
    }

    private void Variable(JsonElement variable, string path)
    {
        if (!Entity(variable, path, "variableId", "type", "parameter"))
        {
            return;
        }

        Need(Text(variable, "type") == "v", $"{path}.type");
        var parameters = Parameters(variable, path, ("dataLayerVersion", "INTEGER"), ("setDefaultValue", "BOOLEAN"), ("name", "TEMPLATE"));
        Need(
            parameters.GetValueOrDefault("dataLayerVersion") == "2" && parameters.GetValueOrDefault("setDefaultValue") == "false",
            $"{path}.parameter");
        Need(
            parameters.GetValueOrDefault("name") is { Length: > 0 } key && !key.Contains("{{", StringComparison.Ordinal),
            $"{path}.parameter.name");
    }

    private void Trigger(JsonElement trigger, string path)
    {
        if (!Entity(trigger, path, "triggerId", "type", "customEventFilter"))
        {
            return;
        }

        Need(Text(trigger, "type") == "CUSTOM_EVENT", $"{path}.type");
        Need(trigger.GetProperty("customEventFilter").GetArrayLength() == 1, $"{path}.customEventFilter");
        Each(trigger, "customEventFilter", (filter, where) =>
        {
            if (!Members(filter, where, "type", "parameter"))
            {
                return;
            }

            Need(Text(filter, "type") == "EQUALS", $"{where}.type");
            var parameters = Parameters(filter, where, ("arg0", "TEMPLATE"), ("arg1", "TEMPLATE"));
            Need(parameters.GetValueOrDefault("arg0") == "{{_event}}", $"{where}.arg0");
            Need(
                parameters.GetValueOrDefault("arg1") is { Length: > 0 } name && !name.Contains("{{", StringComparison.Ordinal),
                $"{where}.arg1");
        });
    }

    private void Tag(JsonElement tag, string path)
    {
        if (!Entity(tag, path, "tagId", "type", "parameter", "firingTriggerId", "tagFiringOption", "monitoringMetadata", "consentSettings"))
        {
            return;
        }

        Need(Text(tag, "type") == "img", $"{path}.type");
        Need(Text(tag, "tagFiringOption") == "ONCE_PER_EVENT", $"{path}.tagFiringOption");
        Members(tag.GetProperty("monitoringMetadata"), $"{path}.monitoringMetadata", "type");
        Need(Text(tag.GetProperty("monitoringMetadata"), "type") == "MAP", $"{path}.monitoringMetadata");
        var parameters = Parameters(tag, path, ("useCacheBuster", "BOOLEAN"), ("url", "TEMPLATE"), ("cacheBusterQueryParam", "TEMPLATE"));
        Need(
            parameters.GetValueOrDefault("useCacheBuster") == "true" && parameters.GetValueOrDefault("cacheBusterQueryParam") == "gtmcb",
            $"{path}.parameter");
        Need(
            Uri.TryCreate(Reference.Replace(parameters.GetValueOrDefault("url", ""), "x"), UriKind.Absolute, out _),
            $"{path}.parameter.url");
        Consent(tag.GetProperty("consentSettings"), $"{path}.consentSettings");
    }

    private void Consent(JsonElement settings, string path)
    {
        if (Text(settings, "consentStatus") == "NOT_NEEDED")
        {
            Members(settings, path, "consentStatus");
            return;
        }

        Need(Text(settings, "consentStatus") == "NEEDED", $"{path}.consentStatus");
        if (!Members(settings, path, "consentStatus", "consentType")
            || !Members(settings.GetProperty("consentType"), $"{path}.consentType", "type", "list"))
        {
            return;
        }

        Need(
            Text(settings.GetProperty("consentType"), "type") == "LIST"
                && settings.GetProperty("consentType").GetProperty("list").GetArrayLength() > 0,
            $"{path}.consentType");
        Each(settings.GetProperty("consentType"), "list", (type, where) =>
        {
            Members(type, where, "type", "value");
            Need(Text(type, "type") == "TEMPLATE" && ConsentTypes.Contains(Text(type, "value")), $"{where}.value");
        });
    }

    private void WhatFitsTogether(JsonElement version)
    {
        var entities = Kinds.SelectMany(kind => version.GetProperty(kind).EnumerateArray().Select(entity => (Kind: kind, Entity: entity)))
            .ToList();
        Need(entities.Select(each => Text(each.Entity, $"{each.Kind}Id")).Distinct().Count() == entities.Count, "an id is given twice");
        Need(entities.Select(each => (each.Kind, Text(each.Entity, "name"))).Distinct().Count() == entities.Count, "a name is given twice");
        var triggers = version.GetProperty("trigger").EnumerateArray().Select(trigger => Text(trigger, "triggerId")).ToHashSet();
        var variables = version.GetProperty("variable").EnumerateArray().Select(variable => Text(variable, "name")).ToHashSet();
        foreach (var tag in version.GetProperty("tag").EnumerateArray())
        {
            var firing = tag.GetProperty("firingTriggerId").EnumerateArray().Select(id => id.GetString()!).ToList();
            Need(firing is [var id] && triggers.Contains(id), $"{Text(tag, "name")}: fires on no trigger of the container");
            var url = tag.GetProperty("parameter")
                .EnumerateArray()
                .Single(parameter => Text(parameter, "key") == "url")
                .GetProperty("value")
                .GetString()!;
            Need(
                Reference.Matches(url).All(match => variables.Contains(match.Groups[1].Value)),
                $"{Text(tag, "name")}: refers to no variable of the container");
        }
    }

    private bool Entity(JsonElement entity, string path, string id, params string[] others)
    {
        if (!Members(entity, path, ["accountId", "containerId", id, "name", .. others]))
        {
            return false;
        }

        Need(
            Number.IsMatch(Text(entity, id))
                && uint.Parse(Text(entity, id), System.Globalization.CultureInfo.InvariantCulture) < FirstTriggerOfGtm,
            $"{path}.{id}");
        var name = Text(entity, "name");
        Need(
            name.Length > 0 && name == name.Trim() && name.IndexOfAny([':', '<', '>', '&', '"', '\'', '{', '}']) < 0,
            $"{path}.name: {name}");
        return true;
    }

    private Dictionary<string, string> Parameters(JsonElement entity, string path, params (string Key, string Type)[] expected)
    {
        Each(entity, "parameter", (parameter, where) => Members(parameter, where, "type", "key", "value"));
        var found = entity.GetProperty("parameter").EnumerateArray().ToList();
        Need(
            found.Select(parameter => (Text(parameter, "key"), Text(parameter, "type"))).Order().SequenceEqual(expected.Order()),
            $"{path}.parameter");
        return found.DistinctBy(parameter => Text(parameter, "key"))
            .ToDictionary(parameter => Text(parameter, "key"), parameter => Text(parameter, "value"));
    }

    private void Each(JsonElement parent, string list, Action<JsonElement, string> check)
    {
        var index = 0;
        foreach (var item in parent.GetProperty(list).EnumerateArray())
        {
            check(item, $"{list}[{index++}]");
        }
    }

    private bool Members(JsonElement value, string path, params string[] names)
    {
        var found = value.EnumerateObject().Select(member => member.Name).ToList();
        var before = problems.Count;
        problems.AddRange(found.Except(names).Select(name => $"{path}.{name}: is unknown"));
        problems.AddRange(names.Except(found).Select(name => $"{path}.{name}: is missing"));
        return problems.Count == before;
    }

    private void Need(bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }

    private static string Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";

    private const uint FirstTriggerOfGtm = 2_147_479_553;

    private static readonly string[] Kinds = ["tag", "trigger", "variable"];

    private static readonly string[] ConsentTypes =
        [
            "ad_personalization", "ad_storage", "ad_user_data", "analytics_storage", "functionality_storage",
            "personalization_storage", "security_storage",
        ];

    [GeneratedRegex(@"\{\{(.+?)\}\}")]
    private static partial Regex Reference { get; }

    [GeneratedRegex("^[1-9][0-9]{0,9}$")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")]
    private static partial Regex ExportTime { get; }
}
