using System.Collections.Concurrent;
using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Identities;

/// <summary>The account's identities. Case makes no difference.</summary>
internal sealed class EmailIdentities(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, EmailIdentity> identities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An identity by its name; null where there is none.</summary>
    public EmailIdentity? Find(string name) => identities.GetValueOrDefault(name);

    /// <summary>Makes it one, or changes it.</summary>
    public void Put(EmailIdentity identity) => identities[identity.Name] = identity;

    /// <summary>Removes one; nothing happens where there is none.</summary>
    public void Remove(string name) => identities.TryRemove(name, out _);

    /// <summary>ARN of the identity of that name, whether there is one or not.</summary>
    public string Arn(string name) => cloud.Arn("ses", $"identity/{name}");

    /// <summary>The identity that vouches for an address: the address itself, else its domain, else a domain above that.</summary>
    public EmailIdentity? Verifying(EmailAddress address) =>
        new[] { address.Address }.Concat(DomainsOf(address)).Select(Find).FirstOrDefault(identity => identity is not null);

    private static IEnumerable<string> DomainsOf(EmailAddress address)
    {
        for (var domain = address.Domain; domain.Length > 0; domain = domain.Split('.', 2).ElementAtOrDefault(1) ?? "")
        {
            yield return domain;
        }
    }
}
