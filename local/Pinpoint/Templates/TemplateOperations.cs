using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>ListTemplates and the operations on e-mail and SMS templates.</summary>
internal sealed class TemplateOperations(CloudContext cloud, TemplateStore templates, TagStore tags)
{
    private const string Path = "/v1/templates/{template-name}/";
    private const string Resource = "templates/{template-name}/";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("ListTemplates", "GET", "/v1/templates", "templates", List),
        .. ForType("Email", "email", "EMAIL", call => Email(cloud, Name(call), call.Body(PinpointJson.Wire.EmailTemplateRequest))),
        .. ForType("Sms", "sms", "SMS", call => Sms(Name(call), call.Body(PinpointJson.Wire.SmsTemplateRequest))),
    ];

    /// <summary>An e-mail template as it is stored.</summary>
    /// <exception cref="AwsException">It breaks a rule.</exception>
    public static TemplateContent Email(CloudContext cloud, string name, EmailTemplateRequest request)
    {
        Require.NotSet(("RecommenderId", request.RecommenderId is not null));
        return Checked(request.Tags, new TemplateResponse
        {
            Arn = cloud.Arn("mobiletargeting", $"templates/{name}/EMAIL"),
            DefaultSubstitutions = request.DefaultSubstitutions,
            Headers = request.Headers,
            HtmlPart = request.HtmlPart,
            Subject = request.Subject,
            TemplateDescription = request.TemplateDescription,
            TemplateName = name,
            TemplateType = "EMAIL",
            TextPart = request.TextPart,
        });
    }

    private static TemplateContent Checked(IReadOnlyDictionary<string, string>? tags, TemplateResponse template)
    {
        MessageTemplateRules.Check(template);
        return new TemplateContent(template, tags);
    }

    private static string Name(PinpointCall call) => call.Path["template-name"];

    private static string? Version(PinpointCall call) => call.Query("version").FirstOrDefault();

    private TemplateContent Sms(string name, SmsTemplateRequest request)
    {
        Require.NotSet(("RecommenderId", request.RecommenderId is not null));
        return Checked(request.Tags, new TemplateResponse
        {
            Arn = cloud.Arn("mobiletargeting", $"templates/{name}/SMS"),
            Body = request.Body,
            DefaultSubstitutions = request.DefaultSubstitutions,
            TemplateDescription = request.TemplateDescription,
            TemplateName = name,
            TemplateType = "SMS",
        });
    }

    private IEnumerable<PinpointOperation> ForType(string name, string path, string type, Func<PinpointCall, TemplateContent> read) =>
    [
        new($"Create{name}Template", "POST", Path + path, Resource + type, call => Create(call, read(call))),
        new($"Get{name}Template", "GET", Path + path, Resource + type, call => Get(call, templates.Get(Name(call), type, Version(call)))),
        new($"Update{name}Template", "PUT", Path + path, Resource + type, call => Update(call, read(call))),
        new($"Delete{name}Template", "DELETE", Path + path, Resource + type, call => Delete(call, type)),
    ];

    private AwsResponse Create(PinpointCall call, TemplateContent content)
    {
        var template = templates.Create(content.Template, content.Tags);
        return call.Answer(
            201, new CreateTemplateMessageBody(template.Arn, "Created", call.RequestId), PinpointJson.Wire.CreateTemplateMessageBody);
    }

    private AwsResponse Get(PinpointCall call, TemplateResponse template) =>
        call.Answer(200, WithTags(template), PinpointJson.Wire.TemplateResponse);

    private AwsResponse Update(PinpointCall call, TemplateContent content)
    {
        Require.NotSet(("version of an update", Version(call) is not null));
        templates.Update(content.Template, call.Query("create-new-version").FirstOrDefault() == "true");
        return Accepted(call);
    }

    private AwsResponse Delete(PinpointCall call, string type)
    {
        Require.NotSet(("version of a deletion", Version(call) is not null));
        templates.Remove(Name(call), type);
        return Accepted(call);
    }

    private AwsResponse List(PinpointCall call)
    {
        var (type, prefix) = (call.Query("template-type").FirstOrDefault(), call.Query("prefix").FirstOrDefault() ?? "");
        var (page, next) =
            call.Page(
                [
                    .. templates.All.Where(each =>
                        (type is null || each.TemplateType == type) && each.TemplateName.StartsWith(prefix, StringComparison.Ordinal))
                ]);
        var summaries =
            page.Select(each => WithTags(each) with { Body = null, Headers = null, HtmlPart = null, Subject = null, TextPart = null });
        return call.Answer(200, new TemplatesResponse([.. summaries], next), PinpointJson.Wire.TemplatesResponse);
    }

    private TemplateResponse WithTags(TemplateResponse template) => template with { Tags = tags.Find(template.Arn) };

    private static AwsResponse Accepted(PinpointCall call) =>
        call.Answer(202, new MessageBody("Accepted", call.RequestId), PinpointJson.Wire.MessageBody);
}
