using System.Threading.Tasks;

namespace Pulumi.Testing;

/// <summary>Answers for the engine and the providers.</summary>
public interface IMocks
{
    /// <summary>Creates or reads a resource; components arrive here too, the stack does not.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a function or a method of a provider.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Told the outputs of components and of the stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
