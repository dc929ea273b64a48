using Amazon.DynamoDBv2.Model;
using Amazon.SimpleEmailV2.Model;
using Engagement.Definitions.Templates;
using Engagement.Rendering;

namespace Benchmarks.Sending;

/// <summary>
/// What the functions are compared to: one customer after the other it gets the customer, renders, sends, and puts down that it sent. It
/// judges nobody, asks for no consent and makes no link to unsubscribe. When it ends between two steps, a customer gets the message twice.
/// </summary>
internal sealed class PlainSender(SendingFunctions functions)
{
    private static readonly Dictionary<string, object?> Shown = new()
    {
        ["event_effective"] = new[] { "1 May 2027" },
        ["event_url"] = new[] { "https://www.example.com/prices" },
    };

    private readonly EmailMessage template = functions.Templates["price-change"].Email!;

    public async Task SendAllAsync()
    {
        for (var number = 0; number < SendingCustomers.Count; number++)
        {
            await SendAsync(SendingCustomers.IdOf(number));
        }
    }

    /// <summary>Sends each customer the same, and nothing else: what of the cost is the sending's own.</summary>
    public async Task SendAloneAsync()
    {
        var request = Request("customer@example.com", new() { ["Attributes"] = Shown });
        for (var number = 0; number < SendingCustomers.Count; number++)
        {
            await functions.Ses.SendEmailAsync(request);
        }
    }

    private async Task SendAsync(string id)
    {
        var key = new Dictionary<string, AttributeValue> { ["id"] = new() { S = id } };
        var customer = (await functions.DynamoDb.GetItemAsync("customers", key)).Item;
        var endpoint = customer["endpoints"].M.Values.First().M;
        var variables = new Dictionary<string, object?>
        {
            ["Attributes"] = Shown,
            ["User"] = new Dictionary<string, object?>
            {
                ["UserAttributes"] = customer["attributes"].M.ToDictionary(
                    each => each.Key, object? (each) => each.Value.M["is"].L.Select(value => value.S).ToArray()),
            },
        };
        var sent = await functions.Ses.SendEmailAsync(Request(endpoint["fields"].M["Address"].M["is"].S, variables));
        await functions.DynamoDb.PutItemAsync("deliveries", new(key) { ["messageId"] = new() { S = sent.MessageId } });
    }

    private SendEmailRequest Request(string address, Dictionary<string, object?> variables) => new()
    {
        FromEmailAddress = "shop@example.com",
        ConfigurationSetName = "set",
        Destination = new() { ToAddresses = [address] },
        Content = new()
        {
            Simple = new()
            {
                Subject = new() { Data = HandlebarsTemplate.Render(template.Subject, variables) },
                Body = new()
                {
                    Html = new() { Data = HandlebarsTemplate.Render(template.Html, variables) },
                    Text = new() { Data = HandlebarsTemplate.Render(template.Text, variables) },
                },
            },
        },
    };
}
