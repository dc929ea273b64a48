namespace Engagement.Infra.Pixel;

/// <summary>Where the pixel's API runs and what it stores events in.</summary>
public sealed record PixelApiTarget
{
    /// <summary>AWS region, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>Name of the queue that stores events.</summary>
    public required string QueueName { get; init; }

    /// <summary>ARN of the role with which API Gateway sends to that queue.</summary>
    public required string GatewayRoleArn { get; init; }
}
