using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;
using Engagement.Local.ApiGateway.MappingTemplates.Variables;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>One request on its way through a stage, with what templates, mappings and logs may ask of it.</summary>
internal sealed class Invocation
{
    private readonly Dictionary<string, string> variables = [];

    private readonly VelocityMap context;

    public Invocation(StageRequest request, Stage stage, string account, DateTimeOffset now)
    {
        Request = request;
        Stage = stage;
        Started = now;
        Query = QueryParameters.Parse(request.Query);
        TraceId = string.Create(CultureInfo.InvariantCulture, $"Root=1-{now.ToUnixTimeSeconds():x8}-{Guid.NewGuid().ToString("N")[..24]}");
        foreach (var (name, value) in Facts(account))
        {
            variables[name] = value;
        }

        context = Nested();
    }

    /// <summary>The caller's request.</summary>
    public StageRequest Request { get; }

    /// <summary>The stage that it is for.</summary>
    public Stage Stage { get; }

    /// <summary>When it came.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>Query parameters, decoded, the last value of each name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; }

    /// <summary>Path parameters, decoded.</summary>
    public ImmutableDictionary<string, string> Path { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The caller that signed the request. Null where the method asks for no signature.</summary>
    public CallerIdentity? Identity { get; private set; }

    /// <summary>Value of <c>X-Amzn-Trace-Id</c>.</summary>
    public string TraceId { get; }

    /// <summary>Whether an AWS service was asked: API Gateway then hands its trace id out.</summary>
    public bool AskedService { get; set; }

    /// <summary>Identifies the request, as <c>$context.requestId</c>.</summary>
    public string RequestId => variables["requestId"];

    /// <summary>Every <c>$context</c> variable by dotted name, those of access logs included.</summary>
    public IReadOnlyDictionary<string, string> Variables => variables;

    /// <summary>What templates set under <c>$context.requestOverride</c>.</summary>
    public VelocityMap RequestOverride => (VelocityMap)context["requestOverride"]!;

    /// <summary>What templates set under <c>$context.responseOverride</c>, be it the request's template or the response's.</summary>
    public VelocityMap ResponseOverride => (VelocityMap)context["responseOverride"]!;

    /// <summary>Notes which method it is for.</summary>
    public void Route(MethodDefinition method, ImmutableDictionary<string, string> path)
    {
        Path = path;
        context["resourcePath"] = method.ResourcePath;
        variables["resourcePath"] = method.ResourcePath;
    }

    /// <summary>Notes who signed it.</summary>
    public void Identify(CallerIdentity identity)
    {
        Identity = identity;
        variables["identity.accessKey"] = identity.AccessKey;
        variables["identity.accountId"] = identity.AccountId;
        variables["identity.caller"] = identity.Caller;
        variables["identity.user"] = identity.Caller;
        variables["identity.userArn"] = identity.UserArn;

        context["identity"] = IdentityMap();
    }

    /// <summary>Notes something for the access log and gateway responses; templates do not see it.</summary>
    public void Note(string variable, string value) => variables[variable] = value;

    /// <summary>A template's variables.</summary>
    public IReadOnlyDictionary<string, object?> TemplateVariables() => new Dictionary<string, object?>
    {
        ["context"] = context,
        ["input"] = new InputVariable(
            new VelocityMap(Path), new VelocityMap(Query), new VelocityMap(AllHeaders), Encoding.UTF8.GetString(Request.Body.Span)),
        ["stageVariables"] = new VelocityMap(Stage.Variables),
        ["util"] = new UtilVariable(),
    };

    /// <summary>The caller's headers, and those that API Gateway adds on the way in.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllHeaders =>
    [
        .. Request.Headers,
        new("X-Amzn-Trace-Id", TraceId),
        new("X-Forwarded-For", Request.SourceIp),
        new("X-Forwarded-Port", "443"),
        new("X-Forwarded-Proto", "https"),
    ];

    private IEnumerable<(string Name, string Value)> Facts(string account)
    {
        var domain = Request.Header("Host") ?? "";
        return
        [
            ("accountId", account),
            ("apiId", Stage.ApiId),
            ("deploymentId", Stage.DeploymentId),
            ("domainName", domain),
            ("domainPrefix", domain.Split('.')[0]),
            ("extendedRequestId", Convert.ToBase64String(Guid.NewGuid().ToByteArray().AsSpan(0, 11))),
            ("httpMethod", Request.Method),
            ("identity.sourceIp", Request.SourceIp),
            ("identity.userAgent", Request.Header("User-Agent") ?? ""),
            ("path", $"/{Stage.Name}{Request.Path}"),
            ("protocol", Request.Protocol),
            ("requestId", Guid.NewGuid().ToString()),
            ("requestTime", Started.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture)),
            ("requestTimeEpoch", Started.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            ("stage", Stage.Name),
            ("xrayTraceId", TraceId),
        ];
    }

    private VelocityMap IdentityMap() => new(
        variables.Where(pair => pair.Key.StartsWith("identity.", StringComparison.Ordinal)).Select(pair =>
            KeyValuePair.Create(pair.Key["identity.".Length..], pair.Value)));

    private VelocityMap Nested() => new()
    {
        ["requestOverride"] = new VelocityMap
        {
            ["header"] = new VelocityMap(),
            ["path"] = new VelocityMap(),
            ["querystring"] = new VelocityMap()
        },
        ["responseOverride"] = new VelocityMap { ["header"] = new VelocityMap() },
        ["identity"] = IdentityMap(),
        ["accountId"] = variables["accountId"],
        ["apiId"] = variables["apiId"],
        ["deploymentId"] = variables["deploymentId"],
        ["domainName"] = variables["domainName"],
        ["domainPrefix"] = variables["domainPrefix"],
        ["extendedRequestId"] = variables["extendedRequestId"],
        ["httpMethod"] = variables["httpMethod"],
        ["path"] = variables["path"],
        ["protocol"] = variables["protocol"],
        ["requestId"] = variables["requestId"],
        ["requestTime"] = variables["requestTime"],
        ["requestTimeEpoch"] = Started.ToUnixTimeMilliseconds(),
        ["stage"] = variables["stage"],
    };
}
