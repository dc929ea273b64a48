using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Conditions that a request must meet.</summary>
internal static class Require
{
    /// <summary>Goes on where the condition holds.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c> with this message where it does not.</exception>
    public static void That(bool holds, string message)
    {
        if (!holds)
        {
            throw PinpointError.BadRequest(message);
        }
    }

    /// <summary>Refuses members that Pinpoint has and this cloud does not carry out.</summary>
    /// <exception cref="AwsException"><c>NotImplementedException</c>: one of them is set.</exception>
    public static void NotSet(params IEnumerable<(string Member, bool IsSet)> members)
    {
        foreach (var (member, _) in members.Where(each => each.IsSet))
        {
            throw PinpointError.NotImplemented(member);
        }
    }
}
