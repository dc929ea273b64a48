using Engagement.Infra.Configuration;
using Engagement.Infra.Gateway;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Pixel;

/// <summary>The company's own domain for the pixel. Browsers that block third parties take it for a part of the site.</summary>
internal sealed class PixelDomain : ComponentResource
{
    public PixelDomain(
        string name,
        ApiDomainSettings settings,
        Aws.ApiGateway.RestApi api,
        Aws.ApiGateway.Stage stage,
        ComponentResourceOptions? options = null)
        : base("engagement:pixel:PixelDomain", name, options)
    {
        Url = new ApiDomain(name, settings, api, stage, this).Url;
        RegisterOutputs();
    }

    /// <summary>Where the API's stage is reachable, without a slash at its end.</summary>
    public Output<string> Url { get; }
}
