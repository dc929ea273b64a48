using System.Text.Json;
using Amazon.Lambda.Core;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.CompanyEvents;

/// <summary>An invocation that has half a minute, and the announcements that the functions are tried with.</summary>
internal sealed class Invocation : ILambdaContext
{
    public static readonly AnnouncementCatalog Catalog = AnnouncementCatalog.Parse(
        """
        announcements:
          release:
            via: journey
            attributes: [version]
            campaigns:
              - { name: premium, segment: premium, template: new-premium, when: { language: [en, de] }, set: { last_release: "{{version}}" } }
              - { name: later, segment: standard, template: new-standard, after: P2D }
          update:
            via: stepFunctions
            attributes: [version]
            campaigns:
              - { name: all, segment: standard, template: new-standard }
        """,
        "announcements.yaml");

    public string AwsRequestId => "invocation";

    public IClientContext ClientContext => null!;

    public string FunctionName => "function";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(30);

    public static CompanyEvent Release(DateTimeOffset at, string id = "r1", string version = "4.2") =>
        new()
        {
            Id = id,
            Announcement = "release",
            Attributes = new Dictionary<string, string> { ["version"] = version },
            PublishedAt = at,
        };

    public static JsonElement Json(string text) => JsonElement.Parse(text);
}
