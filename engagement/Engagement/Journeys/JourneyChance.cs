using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engagement.Definitions.Journeys;

namespace Engagement.Journeys;

/// <summary>Chance that falls the same way each time that it is asked, so that nothing needs to be written down.</summary>
internal static class JourneyChance
{
    /// <summary>The way of a split that an entry goes: its index.</summary>
    public static int Share(JourneyStep.Split split, Enrollment entry)
    {
        var number = Number($"{entry.Journey}/{entry.Id}/{entry.Position}", 100);
        var index = 0;
        for (var end = split.Shares[0].Percent; number >= end && index < split.Shares.Count - 1; end += split.Shares[index].Percent)
        {
            index++;
        }

        return index;
    }

    /// <summary>A number from 0 to below a bound that a text alone decides.</summary>
    public static int Number(string text, int bound) =>
        (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % (uint)bound);
}
