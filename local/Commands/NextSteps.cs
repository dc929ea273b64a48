using Engagement.Local.Configuration;
using Engagement.Local.Server;

namespace Engagement.Local.Commands;

/// <summary>What to do with an environment that is up: commands that work as they stand.</summary>
internal static class NextSteps
{
    public static string Write(LocalEnvironment environment)
    {
        var url = environment.Url.ToString().TrimEnd('/');
        var hasJourneys = environment.Cloud.Outputs.GetValueOrDefault("pinpointApplicationId") is not null;
        return $$$"""

              Pixel      {{{environment.Cloud.Outputs["pixelUrl"]}}}?event=newsletter_signup&endpoint_id=me
              Events     {{{environment.Cloud.Outputs["companyEventsUrl"]}}}
              Console    {{{url}}}/_local
              Sign with  {{{LocalSecrets.For(LocalSecrets.SigningKeySetting)}}}

            Record an event: open the pixel's URL in a browser or with curl, then the console, which shows the recorded event some seconds later.

            {{{(hasJourneys ? WaitForJourneys(url) : "Tell customers of a release: post a feature_release.\n")}}}
              curl {{{environment.Cloud.Outputs["companyEventsUrl"]}}} --aws-sigv4 aws:amz:{{{environment.Cloud.Context.Region}}}:execute-api --user any:any \
                -H 'Content-Type: application/json' -d '{"event":"feature_release","id":"release-1","attributes":{"feature":"Maps","version":"4.2","url":"https://www.example.com/maps"}}'

            The messages are in the console and at {{{url}}}/_local/messages; the follow-up comes when the clock is advanced by P2D.

            AWS's tools work too: aws --endpoint-url {{{url}}} {{{(hasJourneys ? "pinpoint get-apps" : "sesv2 get-account")}}}
            Changed definitions or settings take effect with: dotnet run --project local -- deploy{{{(environment.Url.Port == 8080 ? "" : $" --port {environment.Url.Port}")}}}
            Stop with Ctrl-C. Nothing is kept.
            """;
    }

    private static string WaitForJourneys(string url) => $$"""
        Tell customers of a release: let the journeys open, which takes five minutes, then post a feature_release.

          curl {{url}}/_local/clock -H 'Content-Type: application/json' -d '{"advance":"PT6M"}'
        """;
}
