namespace Engagement.Local.ApiGateway.Definition;

/// <summary>What an integration asks: <see cref="ServiceTarget"/> or <see cref="FunctionTarget"/>.</summary>
internal abstract record IntegrationTarget;

/// <summary>An AWS service by path: <c>arn:aws:apigateway:REGION:SERVICE:path/PATH</c>.</summary>
/// <param name="SigningName">Service name, such as <c>sqs</c>.</param>
/// <param name="Path">Path at the service, beginning with a slash.</param>
/// <param name="HttpMethod">Method of the request to the service.</param>
/// <param name="RoleArn">Role that the request is made as.</param>
internal sealed record ServiceTarget(string SigningName, string Path, string HttpMethod, string RoleArn) : IntegrationTarget;

/// <summary>
/// A function that is handed the whole request and makes the whole answer: <c>aws_proxy</c>. Its resource policy says who may call it.
/// </summary>
/// <param name="FunctionArn">The function.</param>
internal sealed record FunctionTarget(string FunctionArn) : IntegrationTarget;
