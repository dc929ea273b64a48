using Engagement.Local.Configuration;

namespace Engagement.Local.Commands;

/// <summary>What to do with an environment that is up: commands that work as they stand.</summary>
internal static class NextSteps
{
    public static string Of(LocalEnvironment environment)
    {
        var url = environment.Url.ToString().TrimEnd('/');
        return $$$"""

              Pixel      {{{environment.Cloud.Outputs["pixelUrl"]}}}?event=newsletter_signup&endpoint_id=me
              Console    {{{url}}}/_local
              Sign with  {{{LocalSecrets.For(LocalSecrets.SigningKeySetting)}}}

            Record an event: open the pixel's URL in a browser or with curl, then the console, which shows the event in Pinpoint some seconds later.

            Tell customers of a release: let the journeys open, which takes five minutes, then put a feature_release on the company's bus.

              curl {{{url}}}/_local/clock -H 'Content-Type: application/json' -d '{"advance":"PT6M"}'
              curl {{{url}}}/ --aws-sigv4 aws:amz:{{{environment.Cloud.Context.Region}}}:events --user any:any \
                -H 'X-Amz-Target: AWSEvents.PutEvents' -H 'Content-Type: application/x-amz-json-1.1' \
                -d '{"Entries":[{"EventBusName":"{{{environment.Cloud.Outputs["companyEventBus"]}}}","Source":"me","DetailType":"feature_release","Detail":"{\"id\":\"release-1\",\"attributes\":{\"feature\":\"Maps\",\"version\":\"4.2\",\"url\":\"https://www.example.com/maps\"}}"}]}'

            The messages are in the console and at {{{url}}}/_local/messages; the follow-up comes when the clock is advanced by P2D.

            AWS's tools work too: aws --endpoint-url {{{url}}} pinpoint get-apps
            Stop with Ctrl-C. Nothing is kept.
            """;
    }
}
