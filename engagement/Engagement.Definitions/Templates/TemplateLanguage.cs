using System.Collections.Frozen;

namespace Engagement.Definitions.Templates;

/// <summary>What Pinpoint's templates know: "Using message template helpers" and "Adding personalized content" in the Pinpoint user guide.</summary>
internal static class TemplateLanguage
{
    public static readonly FrozenSet<string> Helpers = FrozenSet.Create(
        StringComparer.Ordinal,
        "abbreviate", "add", "and", "capitalize", "capitalizeFirst", "ceiling", "center", "cut", "dateFormat", "decode64", "divide", "each",
        "encode64", "eq", "floor", "gt", "gte", "if", "inflect", "join", "ljust", "lower", "lt", "lte", "md5", "modulo", "multiply", "neq", "not",
        "now", "or", "ordinalize", "replace", "rjust", "round", "sha256", "sha512", "slugify", "stripTags", "substring", "subtract", "unless",
        "upper", "uuid", "with", "yesno");

    /// <summary>Those that stand with <c>#</c>, around a part of the message.</summary>
    public static readonly FrozenSet<string> BlockHelpers = FrozenSet.Create(
        StringComparer.Ordinal, "and", "each", "eq", "gt", "gte", "if", "lt", "lte", "neq", "not", "or", "unless", "with");

    /// <summary>Those that need nothing behind their name.</summary>
    public static readonly FrozenSet<string> LoneHelpers = FrozenSet.Create(StringComparer.Ordinal, "now", "uuid");

    /// <summary>What Pinpoint itself knows of an endpoint.</summary>
    public static readonly FrozenSet<string> EndpointProperties = FrozenSet.Create(
        StringComparer.Ordinal,
        "Address", "ChannelType", "CohortId", "CreationDate", "EffectiveDate", "EndpointStatus", "Id", "OptOut", "RequestId", "User.UserId",
        "Demographic.AppVersion", "Demographic.Locale", "Demographic.Make", "Demographic.Model", "Demographic.ModelVersion",
        "Demographic.Platform", "Demographic.PlatformVersion", "Demographic.Timezone",
        "Location.City", "Location.Country", "Location.Latitude", "Location.Longitude", "Location.PostalCode", "Location.Region");
}
