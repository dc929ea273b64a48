using System.Text.Json;

namespace Engagement.Pixel;

/// <summary>The codes of <see cref="RejectionReason"/>, as logs and metrics show them.</summary>
public static class RejectionReasonCode
{
    private static readonly string[] Codes =
        [.. Enum.GetNames<RejectionReason>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The reason's code: its name in camel case.</summary>
    public static string Code(this RejectionReason reason) => Codes[(int)reason];
}
