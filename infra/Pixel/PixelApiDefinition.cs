using Engagement.Infra.Gateway;

namespace Engagement.Infra.Pixel;

/// <summary>
/// The pixel's API as data: see <see cref="ApiDocument"/>. Its placeholders are <c>${region}</c>, <c>${account}</c>, <c>${queueName}</c>
/// and <c>${gatewayRoleArn}</c>.
/// </summary>
public static class PixelApiDefinition
{
    /// <summary>The document for one deployment, as JSON text.</summary>
    /// <exception cref="InvalidDataException">The document names a template or placeholder that does not exist.</exception>
    public static string Body(PixelApiTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return ApiDocument.Body("Pixel", new Dictionary<string, string>
        {
            ["region"] = target.Region,
            ["account"] = target.Account,
            ["queueName"] = target.QueueName,
            ["gatewayRoleArn"] = target.GatewayRoleArn,
        });
    }
}
