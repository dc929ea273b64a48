using Engagement.Pinpoint.Provisioning;
using Engagement.Telemetry;
using Handlers.Tests.Recording;

namespace Handlers.Tests.ProvisionPinpoint;

/// <summary>The function, with an application in memory.</summary>
internal sealed class Function
{
    private readonly Provisioner provisioner;
    private readonly JourneyTender tender;
    private readonly Func<byte[]> written;

    public Function()
    {
        Application = new FakeApplication(Time);
        var log = new MemoryStream();
        var lines = new LogWriter(new JsonLineWriter(log));
        written = log.ToArray;
        tender = new JourneyTender(Application, Time, lines);
        provisioner = new Provisioner(
            Declarations.Application, new(Application), new(Application), new(Application, Time, lines), new(Application, lines));
    }

    public ManualTime Time { get; } = new();

    public FakeApplication Application { get; }

    public string Log => System.Text.Encoding.UTF8.GetString(written());

    public Task TendAsync() => tender.TendAsync(CancellationToken.None);

    public Task<ProvisionedResource> RunAsync(ResourceDeclaration declaration) =>
        provisioner.ProvisionAsync(declaration, CancellationToken.None);
}
