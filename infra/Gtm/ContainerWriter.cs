using Engagement.Definitions;
using Engagement.Infra.Gtm.Export;
using Engagement.Pixel;

namespace Engagement.Infra.Gtm;

/// <summary>
/// A container to import into Google Tag Manager. Each event of the tracking plan has a Custom Image tag, the Custom Event trigger that
/// fires it, and the data layer variables that it reads. The text follows from the plan and the pixel's URL alone. All names begin with
/// <see cref="Prefix"/>, so that an import that overwrites leaves all other entries alone.
/// </summary>
internal sealed class ContainerWriter
{
    public const string Prefix = "Engagement - ";

    // GTM shows it and nothing more; the time of the export would make each plan of the stack differ from the one before.
    private const string ExportTime = "2026-01-01 00:00:00";

    // Of no account: GTM puts in those of the container that the file is imported into.
    private const string AccountId = "0";
    private const string ContainerId = "0";

    private readonly EntityIds ids = new();
    private readonly string pixelUrl;

    private ContainerWriter(string pixelUrl) => this.pixelUrl = pixelUrl;

    /// <summary>The container as JSON, for "Admin, Import Container".</summary>
    /// <param name="pixelUrl">Where image tags point, without a query.</param>
    /// <param name="plan">The events.</param>
    public static string Write(string pixelUrl, TrackingPlan plan) => ExportJson.Text(new ContainerWriter(pixelUrl).Export(plan));

    /// <summary>Name of the variable that reads a data layer key.</summary>
    public static string VariableName(string dataLayerKey) => Prefix + EntityName.From(dataLayerKey);

    private ContainerExport Export(TrackingPlan plan)
    {
        const string path = $"accounts/{AccountId}/containers/{ContainerId}";
        var triggers = plan.Events.ToDictionary(planned => planned.Name, Trigger, StringComparer.Ordinal);
        return new()
        {
            ExportFormatVersion = 2,
            ExportTime = ExportTime,
            ContainerVersion = new()
            {
                Path = $"{path}/versions/0",
                AccountId = AccountId,
                ContainerId = ContainerId,
                ContainerVersionId = "0",
                Container = new()
                {
                    Path = path,
                    AccountId = AccountId,
                    ContainerId = ContainerId,
                    Name = "Engagement",
                    PublicId = "GTM-XXXXXXX",
                    UsageContext = ["WEB"],
                },
                Tag = [.. plan.Events.Select(planned => Tag(plan, planned, triggers[planned.Name].TriggerId))],
                Trigger = [.. plan.Events.Select(planned => triggers[planned.Name])],
                Variable = [.. DataLayerKeys(plan).Select(Variable)],
                BuiltInVariable = [new() { AccountId = AccountId, ContainerId = ContainerId, Type = "EVENT", Name = "Event" }],
            },
        };
    }

    private static IEnumerable<string> DataLayerKeys(TrackingPlan plan) =>
        plan.Events
            .SelectMany(planned => PixelParameter.From(plan, planned))
            .Select(parameter => parameter.DataLayerKey)
            .Distinct(StringComparer.Ordinal);

    private ExportedTrigger Trigger(PlannedEvent planned) => new()
    {
        AccountId = AccountId,
        ContainerId = ContainerId,
        TriggerId = ids.Create("trigger", planned.Name),
        Name = Prefix + EntityName.From(planned.Name),
        Type = "CUSTOM_EVENT",
        CustomEventFilter =
        [
            new() { Type = "EQUALS", Parameter = [Parameter.Template("arg0", "{{_event}}"), Parameter.Template("arg1", planned.Name)] },
        ],
    };

    private ExportedTag Tag(TrackingPlan plan, PlannedEvent planned, string triggerId) => new()
    {
        AccountId = AccountId,
        ContainerId = ContainerId,
        TagId = ids.Create("tag", planned.Name),
        Name = Prefix + EntityName.From(planned.Name),
        Type = "img",
        Parameter =
        [
            // Browsers load an image that a page has shown once from memory, whatever its headers say; only another URL is another request.
            Parameter.Boolean("useCacheBuster", true),
            Parameter.Template("url", ImageUrls.Create(pixelUrl, plan, planned, VariableName)),
            Parameter.Template("cacheBusterQueryParam", ParameterNames.CacheBuster),
        ],
        FiringTriggerId = [triggerId],
        TagFiringOption = "ONCE_PER_EVENT",
        MonitoringMetadata = new() { Type = "MAP" },
        ConsentSettings = ConsentSettings.From(planned.Consent),
    };

    private ExportedVariable Variable(string dataLayerKey) => new()
    {
        AccountId = AccountId,
        ContainerId = ContainerId,
        VariableId = ids.Create("variable", dataLayerKey),
        Name = VariableName(dataLayerKey),
        Type = "v",
        Parameter =
        [
            new() { Type = "INTEGER", Key = "dataLayerVersion", Value = "2" },
            Parameter.Boolean("setDefaultValue", false),
            Parameter.Template("name", dataLayerKey),
        ],
    };
}
