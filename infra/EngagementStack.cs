using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Configuration;
using Engagement.Infra.EventStream;
using Engagement.Infra.Functions;
using Engagement.Infra.Gtm;
using Engagement.Infra.Observability;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Pixel;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra;

/// <summary>One environment: everything between a website's tag manager, the company's own events, and Amazon Pinpoint.</summary>
public sealed class EngagementStack : Stack
{
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
        var settings = Settings.Read(artifacts);
        var definitions = DefinitionsIn(settings.DefinitionsDirectory);

        var alarms = new AlarmTopic("alarms", settings.Alarms);
        observation.ReportTo(alarms);
        _ = new ServiceAlarms("service-alarms", settings.Alarms);
        var pinpoint = new PinpointApp("engagement", settings.Pinpoint, settings.Email);
        var pixel = new PixelEndpoint("pixel", new() { Settings = settings, Definitions = definitions, Pinpoint = pinpoint });
        var provisioner = new PinpointProvisioner("provision-pinpoint", settings, pinpoint);
        var audience = new Audience("audience", definitions, provisioner);
        var companyEvents = new CompanyEvents.CompanyEvents("company-events", new()
        {
            Settings = settings,
            Definitions = definitions,
            Pinpoint = pinpoint,
            Provisioner = provisioner,
            GatewayAccount = pixel.Api.Account,
            Audience = audience,
        });
        var reminders = new Reminders.Reminders("reminders", new()
        {
            Settings = settings,
            Definitions = definitions,
            Pinpoint = pinpoint,
            Provisioner = provisioner,
            Audience = audience,
        });
        if (settings.EventStream is { } eventStream)
        {
            _ = new EventArchive("event-archive", eventStream, settings.Handlers, pinpoint);
        }

        PixelUrl = pixel.Api.Url;
        GtmImageUrls = pixel.Api.Url.Apply(url => ImageUrls.Of(url, definitions.TrackingPlan));
        GtmContainer = pixel.Api.Url.Apply(url => Gtm.GtmContainer.Of(url, definitions.TrackingPlan));
        GtmTemplate = pixel.Api.Url.Apply(Gtm.GtmTemplate.Create);
        PinpointApplicationId = pinpoint.App.ApplicationId;
        CompanyEventsUrl = companyEvents.Api.Url;
        CompanyEventBus = companyEvents.Publisher.Bus.Bus.Name;
        IEnumerable<Output<string>> queues =
        [
            pixel.Queue.DeadLetterQueue.Queue.Url,
            companyEvents.Publisher.Bus.Undelivered.Queue.Url,
            companyEvents.Publisher.Failed.Queue.Url,
            companyEvents.Launcher.Retries.DeadLetterQueue.Queue.Url,
            companyEvents.Filter.Attributes.DeadLetterQueue.Queue.Url,
            companyEvents.Overdue.Call.GivenUp.Queue.Url,
            reminders.Schedule.GivenUp.Queue.Url,
            .. companyEvents.StateMachines.Select(machine => machine.Trigger.Undelivered.Queue.Url),
        ];
        DeadLetterQueues = Output.All(queues);
        CompanyEventFailures = companyEvents.Failures.Arn;
        DashboardUrl = new EnvironmentDashboard("dashboard", observation, alarms, pixel.Api.Api).Url;
    }

    /// <summary>Where image tags point, without their query.</summary>
    [Output("pixelUrl")]
    public Output<string> PixelUrl { get; private set; }

    /// <summary>For each event of the tracking plan, the URL to paste in a Custom Image tag, with GTM variables for its values.</summary>
    [Output("gtmImageUrls")]
    public Output<ImmutableDictionary<string, string>> GtmImageUrls { get; private set; }

    /// <summary>A container to import into Google Tag Manager, as JSON: a tag, a trigger and variables for each event of the tracking plan.</summary>
    [Output("gtmContainer")]
    public Output<string> GtmContainer { get; private set; }

    /// <summary>The custom template for Google Tag Manager, as a file to import: it may send to this stack's pixel and nowhere else.</summary>
    [Output("gtmTemplate")]
    public Output<string> GtmTemplate { get; private set; }

    /// <summary>The application that events are recorded in.</summary>
    [Output("pinpointApplicationId")]
    public Output<string> PinpointApplicationId { get; private set; }

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

    private static DefinitionSet DefinitionsIn(string directory)
    {
        try
        {
            return DefinitionSet.Load(directory);
        }
        catch (DefinitionException e)
        {
            throw new ConfigurationException(e.Message);
        }
    }
}
