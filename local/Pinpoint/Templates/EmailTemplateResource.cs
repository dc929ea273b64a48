using System.Collections.Immutable;
using Engagement.Local.Cloud;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary><c>aws:pinpoint/emailTemplate:EmailTemplate</c>.</summary>
internal sealed class EmailTemplateResource(CloudContext cloud, TemplateStore templates)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/emailTemplate:EmailTemplate";

    private static readonly string[] Parts = ["defaultSubstitutions", "description", "headers", "htmlPart", "recommenderId", "subject", "textPart"];
    private static readonly string[] HeaderParts = ["name", "value"];

    /// <summary>Creates the template; its id is its name, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Known("emailTemplates", "region", "tags", "templateName").InRegion(cloud);
        var name = request.RequiredText("templateName");
        var content = TemplateOperations.Email(cloud, name, Read(Only(request)) with { Tags = request.Texts("tags") });
        var template = templates.Create(content.Template, content.Tags);
        return Task.FromResult(new ResourceState(name, new Dictionary<string, object>
        {
            ["arn"] = template.Arn,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        }));
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
