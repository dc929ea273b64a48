using System.Threading;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Changes a resource when the engine asks; null leaves it as it is.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
