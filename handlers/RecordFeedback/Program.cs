using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Functions;
using Engagement.Ses.Consent;
using Engagement.Ses.Feedback;
using RecordFeedback;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host => new RecordFeedbackHandler(new FeedbackRecorder(DynamoDbConsents.Open(host), host.Log, host.Metrics)).HandleAsync,
    Deadline.ShortReserve);
