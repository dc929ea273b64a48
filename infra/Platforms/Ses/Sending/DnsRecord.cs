namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>A record that a domain needs before SES may send for it.</summary>
/// <param name="Name">Full name, without a point at its end.</param>
/// <param name="Type"><c>CNAME</c>, <c>MX</c> or <c>TXT</c>.</param>
/// <param name="Value">Its value; of a text without quotes.</param>
internal sealed record DnsRecord(string Name, string Type, string Value)
{
    /// <summary>The record for people, such as <c>bounce.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com</c>.</summary>
    public override string ToString() => $"{Name} {Type} {Value}";
}
