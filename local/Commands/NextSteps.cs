using Engagement.Local.Configuration;
using Engagement.Local.Server;

namespace Engagement.Local.Commands;

/// <summary>What to do with an environment that is up: commands that work as they stand.</summary>
internal static class NextSteps
{
    public static string Write(LocalEnvironment environment)
    {
        var url = environment.Url.ToString().TrimEnd('/');
        var outputs = environment.Cloud.Outputs;
        var hasPinpoint = outputs.GetValueOrDefault("pinpointApplicationId") is not null;
        var port = environment.Url.Port == 8080 ? "" : $" --port {environment.Url.Port}";
        return $$$"""

              Console    {{{url}}}
              Pixel      {{{outputs["pixelUrl"]}}}?event=newsletter_signup&endpoint_id=me
              Events     {{{outputs["companyEventsUrl"]}}}
              Sign with  {{{LocalSecrets.For(LocalSecrets.SigningKeySetting)}}}

            Three things to try:

            1. Record an event: open the pixel's URL, then the console's Events, which show it some seconds later.

            2. Tell customers of a release: {{{(hasPinpoint ? "let the journeys open, which takes five minutes, then " : "")}}}publish feature_release in the console's Announcements, or
            {{{(hasPinpoint ? WaitForJourneys(url) : "")}}}
              curl {{{outputs["companyEventsUrl"]}}} --aws-sigv4 aws:amz:{{{environment.Cloud.Context.Region}}}:execute-api --user any:any \
                -H 'Content-Type: application/json' -d '{"event":"feature_release","id":"release-1","attributes":{"feature":"Maps","version":"4.2","url":"https://www.example.com/maps"}}'

               The messages are in the console's Outbox and at {{{url}}}/_local/messages.

            3. Let time pass: +1 day in the console, twice, and the follow-up goes out; reminders come as their days do.

            AWS's tools work too: aws --endpoint-url {{{url}}} {{{(hasPinpoint ? "pinpoint get-apps" : "sesv2 get-account")}}}
            Changed definitions or settings take effect with: dotnet run --project local -- deploy{{{port}}}
            Stop with Ctrl-C. Nothing is kept.
            """;
    }

    private static string WaitForJourneys(string url) => $$"""

          curl {{url}}/_local/clock -H 'Content-Type: application/json' -d '{"advance":"PT6M"}'

        """;
}
