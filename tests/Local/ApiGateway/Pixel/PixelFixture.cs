using System.Text;
using Engagement.Infra.Pixel;

namespace Local.Tests.ApiGateway.Pixel;

/// <summary>The stack's own pixel API, deployed, with a queue that keeps what it is sent.</summary>
internal static class PixelFixture
{
    public const string GatewayRole = "arn:aws:iam::000000000000:role/pixel-gateway";

    public static string Body { get; } = PixelApiDefinition.Body(new()
    {
        Region = "eu-west-1",
        Account = "000000000000",
        QueueName = "pixel-events",
        GatewayRoleArn = GatewayRole,
    });

    public static Task<ApiFixture> DeployAsync(double? rate = null, int? burst = null) => new ApiFixture().DeployAsync(Body, rate, burst);

    /// <summary>The form that the one call to SQS sent.</summary>
    public static Dictionary<string, string> SentForm(this ApiFixture pixel) => Form(SentBody(pixel));

    /// <summary>The body of the one call to SQS as sent.</summary>
    public static string SentBody(this ApiFixture pixel) => Encoding.UTF8.GetString(Assert.Single(pixel.Aws.Calls).Request.Body.Span);

    /// <summary>The message's two lines, decoded.</summary>
    public static (Dictionary<string, string> Facts, Dictionary<string, string> Parameters) Message(this ApiFixture pixel)
    {
        var lines = pixel.SentForm()["MessageBody"].Split('\n');
        Assert.Equal(2, lines.Length);
        return (Form(lines[0]), Form(lines[1]));
    }

    /// <summary>Decoded with the platform's own decoder, not the evaluator's.</summary>
    private static Dictionary<string, string> Form(string text) => text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => System.Net.WebUtility.UrlDecode(pair[0]), pair => System.Net.WebUtility.UrlDecode(pair[1]));
}
