using System.Text.Json.Serialization;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>Body of CreateEmailTemplate and UpdateEmailTemplate.</summary>
internal sealed record EmailTemplateRequest
{
    public string? DefaultSubstitutions { get; init; }

    public IReadOnlyList<MessageHeader>? Headers { get; init; }

    public string? HtmlPart { get; init; }

    public string? RecommenderId { get; init; }

    public string? Subject { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public string? TemplateDescription { get; init; }

    public string? TextPart { get; init; }
}

/// <summary>Body of CreateSmsTemplate and UpdateSmsTemplate.</summary>
internal sealed record SmsTemplateRequest
{
    public string? Body { get; init; }

    public string? DefaultSubstitutions { get; init; }

    public string? RecommenderId { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public string? TemplateDescription { get; init; }
}

/// <summary>One version of a template, of any type; also what answers show. Members of other types are null.</summary>
internal sealed record TemplateResponse
{
    public required string Arn { get; init; }

    public string? Body { get; init; }

    public string? CreationDate { get; init; }

    public string? DefaultSubstitutions { get; init; }

    public IReadOnlyList<MessageHeader>? Headers { get; init; }

    public string? HtmlPart { get; init; }

    public string? LastModifiedDate { get; init; }

    public string? Subject { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public string? TemplateDescription { get; init; }

    public required string TemplateName { get; init; }

    /// <summary><c>EMAIL</c> or <c>SMS</c>.</summary>
    public required string TemplateType { get; init; }

    public string? TextPart { get; init; }

    /// <summary>Counted from 1.</summary>
    public string? Version { get; init; }
}

/// <summary>One page of templates.</summary>
internal sealed record TemplatesResponse(IReadOnlyList<TemplateResponse> Item, string? NextToken);

/// <summary>Answer to the creation of a template.</summary>
internal sealed record CreateTemplateMessageBody(string Arn, string Message, string RequestID);

/// <summary>A header of an e-mail.</summary>
internal sealed record MessageHeader(string? Name, string? Value);
