using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>The account's message templates with their versions; the latest is the active one. Thread-safe.</summary>
internal sealed class TemplateStore(CloudContext cloud, TagStore tags)
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<(string Name, string Type), List<TemplateResponse>> templates = [];

    /// <summary>The active version of each, oldest template first.</summary>
    public IReadOnlyList<TemplateResponse> All
    {
        get
        {
            lock (gate)
            {
                return [.. templates.Values.Select(versions => versions[^1])];
            }
        }
    }

    /// <summary>A version of a template, the active one where none is named; null where there is none.</summary>
    public TemplateResponse? Find(string name, string type, string? version = null)
    {
        lock (gate)
        {
            return !templates.TryGetValue((name, type), out var versions) ? null
                : version is null ? versions[^1]
                : versions.Find(each => each.Version == version);
        }
    }

    /// <summary>A version of a template, the active one where none is named.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public TemplateResponse Get(string name, string type, string? version = null) =>
        Find(name, type, version) ?? throw PinpointError.NotFound("template");

    /// <summary>Creates a template.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: the name is taken.</exception>
    public TemplateResponse Create(TemplateResponse content, IReadOnlyDictionary<string, string>? firstTags)
    {
        TagStore.Check(firstTags);
        lock (gate)
        {
            var key = (content.TemplateName, content.TemplateType);
            Require.That(!templates.ContainsKey(key), "A template of that name and type exists.");
            var now = Iso8601.Format(cloud.Clock.GetUtcNow());
            var template = content with { CreationDate = now, LastModifiedDate = now, Version = "1" };
            templates.Add(key, [template]);
            tags.Register(template.Arn, firstTags);
            return template;
        }
    }

    /// <summary>Replaces a template's latest version, or adds one.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is no such template.</exception>
    public TemplateResponse Update(TemplateResponse content, bool createVersion)
    {
        lock (gate)
        {
            var current = Get(content.TemplateName, content.TemplateType);
            var versions = templates[(content.TemplateName, content.TemplateType)];
            var next = content with
            {
                CreationDate = current.CreationDate,
                LastModifiedDate = Iso8601.Format(cloud.Clock.GetUtcNow()),
                Version = createVersion ? (versions.Count + 1).ToString(CultureInfo.InvariantCulture) : current.Version,
            };
            if (!createVersion)
            {
                versions.RemoveAt(versions.Count - 1);
            }

            versions.Add(next);
            return next;
        }
    }

    /// <summary>Removes a template with its versions.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public void Remove(string name, string type)
    {
        lock (gate)
        {
            tags.Remove(Get(name, type).Arn);
            templates.Remove((name, type));
        }
    }
}
