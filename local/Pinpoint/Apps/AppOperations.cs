using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>CreateApp, GetApp, GetApps and DeleteApp.</summary>
internal sealed class AppOperations(ApplicationStore applications, TagStore tags, EventLog events)
{
    private const string All = "/v1/apps";
    private const string One = "/v1/apps/{application-id}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("CreateApp", "POST", All, "apps/*", Create),
        new("GetApps", "GET", All, "apps/*", List),
        new("GetApp", "GET", One, "apps/{application-id}", Get),
        new("DeleteApp", "DELETE", One, "apps/{application-id}", Delete),
    ];

    private AwsResponse Create(PinpointCall call)
    {
        var request = call.Body(PinpointJson.Wire.CreateApplicationRequest);
        var name = string.IsNullOrEmpty(request.Name) ? throw PinpointError.BadRequest("Name is missing.") : request.Name;
        return Answer(call, 201, applications.Create(name, request.Tags));
    }

    private AwsResponse Get(PinpointCall call) => Answer(call, 200, applications.Get(call.ApplicationId));

    private AwsResponse List(PinpointCall call)
    {
        var (all, next) = call.Page(applications.All);
        var page = all.Select(each => Response(each, tags.Get(each.Arn))).ToList();
        return call.Answer(200, new ApplicationsResponse(page, next), PinpointJson.Wire.ApplicationsResponse);
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var answer = Answer(call, 200, application);
        applications.Remove(application.Id);
        events.Remove(application.Id);
        return answer;
    }

    private AwsResponse Answer(PinpointCall call, int status, Application application) =>
        call.Answer(status, Response(application, tags.Get(application.Arn)), PinpointJson.Wire.ApplicationResponse);

    private static ApplicationResponse Response(Application application, IReadOnlyDictionary<string, string> tags) => new()
    {
        Id = application.Id,
        Arn = application.Arn,
        Name = application.Name,
        CreationDate = Iso8601.Format(application.CreationDate),
        Tags = tags.Count > 0 ? tags : null,
    };
}
