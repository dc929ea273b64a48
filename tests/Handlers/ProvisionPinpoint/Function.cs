using Engagement.Provisioning;
using Engagement.Telemetry;
using Handlers.Tests.Recording;
using ProvisionPinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

/// <summary>The function, with an application in memory.</summary>
internal sealed class Function
{
    private readonly Provisioner provisioner;
    private readonly MemoryStream log = new();

    public Function()
    {
        Application = new FakeApplication(Time);
        var lines = new LogWriter(new JsonLineWriter(log));
        provisioner = new Provisioner(
            Declarations.Application, new(Application), new(Application), new(Application, Time, lines), new(Application, lines));
    }

    public ManualTime Time { get; } = new();

    public FakeApplication Application { get; }

    public string Log => System.Text.Encoding.UTF8.GetString(log.ToArray());

    public Task<ProvisionedResource> RunAsync(ResourceDeclaration declaration) => provisioner.ProvisionAsync(declaration, CancellationToken.None);
}
