using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Gtm;
using Engagement.Infra.Journeys;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability;
using Engagement.Infra.Pixel;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Engagement.Infra.Reminders;
using Pulumi;

namespace Engagement.Infra;

/// <summary>
/// One environment: everything between a website's tag manager, the company's own events, and the platform that tells its customers.
/// </summary>
public sealed class EngagementStack : Stack
{
    // Handler projects of the capabilities; the platform has some of its own.
    private static readonly string[] Handlers = ["DeployJourneys", "LaunchCampaigns", "PublishCompanyEvent", "RecordPixelEvents"];

    /// <summary>Declares the environment that the running stack's configuration describes.</summary>
    /// <exception cref="ConfigurationException">The configuration or a definition is wrong.</exception>
    public EngagementStack()
        : this(new PublishedArtifacts())
    {
    }

    /// <param name="artifacts">Where the functions' code comes from.</param>
    /// <param name="options">What else happens to each resource that is declared.</param>
    /// <exception cref="ConfigurationException">The configuration or a definition is wrong.</exception>
    internal EngagementStack(IHandlerArtifacts artifacts, StackOptions? options = null)
        : this(artifacts, options ?? new StackOptions(), new Observation())
    {
    }

    private EngagementStack(IHandlerArtifacts artifacts, StackOptions options, Observation observation)
        : base(observation.In(options))
    {
        var (settings, choice) = Read(artifacts);
        var definitions = DefinitionsIn(settings.DefinitionsDirectory, choice.Limits);
        Definitions = new(settings.DefinitionsDirectory, choice.Limits, definitions);
        var functions = new FunctionDefaults(settings.Handlers, artifacts);

        var alarms = new AlarmTopic("alarms", settings.Alarms);
        observation.ReportTo(alarms);
        var args = new PlatformArgs
        {
            Settings = settings,
            Definitions = definitions,
            Journeys = new JourneyStore("journeys", settings.Ledgers),
            Functions = functions,
        };
        var platform = choice.Declare(args);
        _ = new ServiceAlarms("service-alarms", settings.Alarms, platform.DeclareAlarms);
        var pixel = new PixelEndpoint("pixel", new()
        {
            Settings = settings,
            Definitions = definitions,
            Functions = functions,
            Platform = platform,
        });
        var consent = platform.DeclareConsent(pixel.Api.Account);
        var companyEvents = new CompanyEventPipeline("company-events", new()
        {
            Settings = settings,
            Definitions = definitions,
            Functions = functions,
            Platform = platform,
            GatewayAccount = pixel.Api.Account,
        });
        var reminders = new ReminderPipeline("reminders", settings.Ledgers, platform);
        var journeys = new JourneyPipeline("journeys", args, platform);

        PixelUrl = pixel.Api.Url;
        GtmImageUrls = pixel.Api.Url.Apply(url => ImageUrls.Create(url, definitions.TrackingPlan));
        GtmContainer = pixel.Api.Url.Apply(url => ContainerWriter.Write(url, definitions.TrackingPlan));
        GtmTemplate = pixel.Api.Url.Apply(TemplateWriter.Write);
        ApplicationId = platform.ApplicationId;
        OperatorVariables = platform.OperatorVariables(reminders.Ledger);
        MissingDnsRecords = platform.MissingRecords;
        TextReplies = platform.TextReplies;
        CompanyEventsUrl = companyEvents.Api.Url;
        CompanyEventBus = companyEvents.Bus.Name;
        IEnumerable<DeadLetterQueue> queues =
        [
            pixel.Queue.DeadLetterQueue,
            .. consent,
            .. companyEvents.DeadLetterQueues,
            .. reminders.DeadLetterQueues,
            .. journeys.DeadLetterQueues,
        ];
        DeadLetterQueues = Output.All(queues.Select(each => each.Queue.Url));
        CompanyEventFailures = companyEvents.Failures.Arn;
        DashboardUrl = new EnvironmentDashboard("dashboard", observation, alarms, pixel.Api.Api, platform.Sections).Url;
    }

    /// <summary>The definitions, for those who run this program in their own process.</summary>
    internal StackDefinitions Definitions { get; }

    /// <summary>Where image tags point, without their query.</summary>
    [Output("pixelUrl")]
    public Output<string> PixelUrl { get; private set; }

    /// <summary>For each event of the tracking plan, the URL to paste in a Custom Image tag, with GTM variables for its values.</summary>
    [Output("gtmImageUrls")]
    public Output<ImmutableDictionary<string, string>> GtmImageUrls { get; private set; }

    /// <summary>
    /// A container to import into Google Tag Manager, as JSON: a tag, a trigger and variables for each event of the tracking plan.
    /// </summary>
    [Output("gtmContainer")]
    public Output<string> GtmContainer { get; private set; }

    /// <summary>
    /// The custom template for Google Tag Manager, as a file to import: it may send to this stack's pixel and nowhere else.
    /// </summary>
    [Output("gtmTemplate")]
    public Output<string> GtmTemplate { get; private set; }

    /// <summary>The application that events are recorded in; null on a platform without applications.</summary>
    [Output("pinpointApplicationId")]
    public Output<string?> ApplicationId { get; private set; }

    /// <summary>
    /// Names of tables, and of the sender where the stack has one, by the variables that functions read them from: what the commands of
    /// <c>cli/</c> have to know.
    /// </summary>
    [Output("operatorVariables")]
    public Output<ImmutableDictionary<string, string>> OperatorVariables { get; private set; }

    /// <summary>
    /// DNS records that the operator has to make before messages go out, each with its name, type and value; none where the platform needs
    /// none, or where the stack makes them.
    /// </summary>
    [Output("missingDnsRecords")]
    public Output<ImmutableArray<string>> MissingDnsRecords { get; private set; }

    /// <summary>
    /// ARN of the topic to set as the two-way channel of the telephone numbers or the pool that texts come from; null where no texts are
    /// sent.
    /// </summary>
    [Output("textReplies")]
    public Output<string?> TextReplies { get; private set; }

    /// <summary>Where company events are posted to, with a signature of AWS's.</summary>
    [Output("companyEventsUrl")]
    public Output<string> CompanyEventsUrl { get; private set; }

    /// <summary>Name of the bus that company events are put on.</summary>
    [Output("companyEventBus")]
    public Output<string> CompanyEventBus { get; private set; }

    /// <summary>URLs of the queues that hold what could not be delivered.</summary>
    [Output("deadLetterQueues")]
    public Output<ImmutableArray<string>> DeadLetterQueues { get; private set; }

    /// <summary>Page of CloudWatch that shows how the environment fares.</summary>
    [Output("dashboardUrl")]
    public Output<string> DashboardUrl { get; private set; }

    /// <summary>ARN of the topic that tells of company events whose state machine could not launch everything; subscribe to it.</summary>
    [Output("companyEventFailures")]
    public Output<string> CompanyEventFailures { get; private set; }

    // Everything is read and checked before the first resource is declared, so that nothing stops a deployment in its midst.
    private static (StackSettings Settings, PlatformChoice Platform) Read(IHandlerArtifacts artifacts)
    {
        var problems = new ConfigProblems();
        var (settings, platform) = (StackSettings.Read(problems), KnownPlatforms.Choose(problems));
        if (artifacts.Missing([.. Handlers.Concat(platform.Handlers).Order(StringComparer.Ordinal)], settings.Handlers) is { } missing)
        {
            problems.Add(missing);
        }

        problems.ThrowIfAny(ConfiguredKeys.All());
        return (settings, platform);
    }

    private static DefinitionSet DefinitionsIn(string directory, PlatformLimits limits)
    {
        try
        {
            return DefinitionSet.Load(directory, limits);
        }
        catch (DefinitionException e)
        {
            throw new ConfigurationException(e.Message);
        }
    }
}
