using Engagement.Local.Platforms;
using Faults.Tests.Shop;

namespace Faults.Tests.Invariants;

/// <summary>What a message is of: a customer gets one of each.</summary>
internal static class Occasions
{
    /// <summary>That of a message which was sent.</summary>
    public static string From(OutboxMessage message) => message.Origin switch
    {
        { Kind: "announcement", Name: var name, Part: var part } => Campaign(name, part!, message.Subject!),
        { Kind: "reminder", Part: var part } => Reminder(part!, message.Subject!),
        // One of two messages comes, by what the customer did.
        { Kind: "journey", Name: ShopDefinitions.Onboarding } => ShopDefinitions.Onboarding,
        { Kind: "journey", Name: var name } => Journey(name, message.Subject!),
        _ => $"something else: {message.Subject}",
    };

    /// <summary>A campaign of an event.</summary>
    public static string Campaign(string announcement, string campaign, string mark) => $"{announcement} {campaign} {mark}";

    /// <summary>A message of a journey.</summary>
    public static string Journey(string journey, string template) => $"{journey} {template}";

    /// <summary>A message before a date.</summary>
    public static string Reminder(string before, string date) => $"visit {before} {date}";
}
