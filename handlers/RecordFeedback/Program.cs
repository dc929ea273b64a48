using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Consent;
using Engagement.Functions;
using Engagement.Ses.Consent;
using Engagement.Ses.Feedback;
using RecordFeedback;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var recorder = new FeedbackRecorder(new SesFeedbackReader(), DynamoDbConsents.Open(host), host.Log, host.Metrics);
        return new RecordFeedbackHandler(recorder).HandleAsync;
    },
    Deadline.ShortReserve);
