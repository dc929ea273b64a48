using System.Collections.Immutable;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Tags;
using Engagement.Local.Resources;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary><c>aws:pinpoint/emailTemplate:EmailTemplate</c>.</summary>
internal sealed class EmailTemplateResource(CloudContext cloud, TemplateStore templates, TagStore tags)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/emailTemplate:EmailTemplate";

    private const string Email = "EMAIL";

    private static readonly string[] Parts = [
        "defaultSubstitutions", "description", "headers", "htmlPart", "recommenderId", "subject", "textPart"
    ];
    private static readonly string[] HeaderParts = ["name", "value"];

    /// <summary>What the latest version says changes in place.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        NameInput = "templateName",
        Update = (request, _, _) => Task.FromResult(State(request, content =>
        {
            tags.Register(content.Template.Arn, content.Tags);
            return templates.Update(content.Template, createVersion: false);
        })),
        Delete = (template, _) =>
        {
            if (templates.Find(template.Id!, Email) is not null)
            {
                templates.Remove(template.Id!, Email);
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Creates the template; its id is its name, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(State(request, content => templates.Create(content.Template, content.Tags)));
    }

    private ResourceState State(ResourceRequest request, Func<TemplateContent, TemplateResponse> take)
    {
        request.Known("emailTemplates", "region", "tags", "templateName").InRegion(cloud);
        var name = request.RequiredText("templateName");
        var content = TemplateOperations.Email(cloud, name, Read(Only(request)) with { Tags = request.Texts("tags") });
        var template = take(content);
        return new ResourceState(name, new Dictionary<string, object>
        {
            ["arn"] = template.Arn,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private static ResourceRequest Only(ResourceRequest request) =>
        request.List("emailTemplates") is [ImmutableDictionary<string, object> only]
            ? (request with { Inputs = only }).Known(Parts)
            : throw request.Invalid("emailTemplates", "has exactly one block");

    private static EmailTemplateRequest Read(ResourceRequest block) => new()
    {
        DefaultSubstitutions = block.Text("defaultSubstitutions"),
        Headers = block.Inputs.ContainsKey("headers") ? [.. block.List("headers").Select(header => Header(block, header))] : null,
        HtmlPart = block.Text("htmlPart"),
        RecommenderId = block.Text("recommenderId"),
        Subject = block.Text("subject"),
        TemplateDescription = block.Text("description"),
        TextPart = block.Text("textPart"),
    };

    private static MessageHeader Header(ResourceRequest block, object header)
    {
        var named = (block with { Inputs = (ImmutableDictionary<string, object>)header }).Known(HeaderParts);
        return new MessageHeader(named.Text("name"), named.Text("value"));
    }
}
