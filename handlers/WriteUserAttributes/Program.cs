using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Writing;
using Engagement.Pinpoint.Customers;
using WriteUserAttributes;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host => new WriteUserAttributesHandler(new AttributeWriter(PinpointUserAttributes.Open(host), host.Log, host.Metrics)).HandleAsync);
