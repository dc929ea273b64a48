namespace Engagement.Definitions;

/// <summary>Reads <c>events.yaml</c>; the format is documented at <see cref="TrackingPlan"/>.</summary>
internal sealed class TrackingPlanReader(DefinitionReader reader)
{
    private readonly Dictionary<string, HashSet<string>> namesInPlan = new(StringComparer.Ordinal);

    private IReadOnlyList<string> consent = ConsentTypes.Default;

    /// <summary>The keys of the events, for rules that span files.</summary>
    public List<DefinitionScalar> EventKeys { get; } = [];

    /// <returns>The plan, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public TrackingPlan? Read(string text)
    {
        TrackingPlan? plan = null;
        if (reader.Root(text, "'events'") is { } root
            && reader.Fields(root, "", "acceptUnknownEvents", "honorPrivacySignals", "consent", "dates", "events") is { } fields)
        {
            consent = Consent(fields) ?? consent;
            var events = Events(fields);
            plan = new()
            {
                AcceptUnknownEvents = reader.Boolean(fields, "acceptUnknownEvents", otherwise: false),
                HonorPrivacySignals = reader.Boolean(fields, "honorPrivacySignals", otherwise: true),
                Dates = new DateDefaultsReader(reader).Read(fields, events),
                Events = events,
            };
        }

        return plan;
    }

    private List<PlannedEvent> Events(DefinitionFields fields)
    {
        var events = new List<PlannedEvent>();
        if (reader.Required(fields, "events", "it lists what the pixel accepts") is not { } node)
        {
            return events;
        }

        foreach (var entry in reader.Entries(node, "events"))
        {
            EventKeys.Add(entry.Key);
            if (Event(entry) is { } planned)
            {
                events.Add(planned);
            }
        }

        if (events.Count > reader.Limits.EventTypes)
        {
            reader.Report(
                node, "events", $"{events.Count} events; {reader.Limits.Platform} takes at most {reader.Limits.EventTypes} an application");
        }

        RefuseTooManyNames(node);
        return events;
    }

    private PlannedEvent? Event(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join("events", entry.Name);
        if (Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }
        else if (ReservedNames.IsReservedEvent(entry.Name))
        {
            reader.Report(
                entry.Key,
                path,
                $"the name is reserved: '{ReservedNames.PlatformEventPrefix}…' is a platform's own and "
                    + $"'{ReservedNames.CompanyEventPrefix}…' is the company's");
        }

        if (reader.Fields(
            entry.Value, path, "description", "identity", "consent", "attributes", "metrics", "userAttributes") is not { } fields)
        {
            return null;
        }

        var planned = new PlannedEvent
        {
            Name = entry.Name,
            Description = reader.Text(fields, "description"),
            Identity = Identity(fields),
            Consent = Consent(fields) ?? consent,
            Attributes = Names(fields, "attributes"),
            Metrics = Names(fields, "metrics"),
            UserAttributes = Names(fields, "userAttributes"),
        };
        RefuseTooMany(planned, entry, path);
        return planned;
    }

    private EventIdentity Identity(DefinitionFields fields)
    {
        const string key = "identity";
        return reader.Required(fields, key, "one of anonymous, signed") is { } value
            && reader.Word(value, fields.PathOf(key), "anonymous", "signed") is "anonymous"
            ? EventIdentity.Anonymous
            : EventIdentity.Signed;
    }

    private List<string>? Consent(DefinitionFields fields)
    {
        const string key = "consent";
        if (fields.Value(key) is null)
        {
            return null;
        }

        var types = new List<string>();
        foreach (var (type, path) in reader.Names(fields, key))
        {
            reader.Word(type, path, [.. ConsentTypes.All]);
            types.Add(type.Value);
        }

        return types;
    }

    private List<string> Names(DefinitionFields fields, string key)
    {
        var names = new List<string>();
        if (!namesInPlan.TryGetValue(key, out var inPlan))
        {
            namesInPlan.Add(key, inPlan = new(StringComparer.Ordinal));
        }

        foreach (var (name, path) in reader.Names(fields, key))
        {
            if (Objection(name.Value) is { } objection)
            {
                reader.Report(name, path, $"the name {objection}");
            }

            names.Add(name.Value);
            inPlan.Add(name.Value);
        }

        return names;
    }

    // In a tag manager these names become data layer keys and the text that a trigger compares. There, two braces begin a variable, and
    // nothing escapes them.
    private static string? Objection(string name) => NameRule.Objection(name)
        ?? (name.Contains("{{", StringComparison.Ordinal) ? "holds '{{', which Google Tag Manager would read as a variable" : null);

    private void RefuseTooMany(PlannedEvent planned, DefinitionEntry entry, string path)
    {
        var count = planned.Attributes.Count + planned.Metrics.Count;
        if (count > Limits.AttributesAndMetrics)
        {
            reader.Report(entry.Key, path, $"{count} attributes and metrics; at most {Limits.AttributesAndMetrics} an event are possible");
        }
    }

    private void RefuseTooManyNames(DefinitionNode events)
    {
        var limits = reader.Limits;
        foreach (var (key, noun, most, rule) in new[]
        {
            ("attributes", "attribute names", limits.AttributeNames, $"{limits.Platform} takes at most {limits.AttributeNames} an "
                + "application"),
            ("metrics", "metric names", limits.MetricNames, $"{limits.Platform} takes at most {limits.MetricNames} an application"),
            ("userAttributes", "user attributes", Limits.UserAttributes, $"at most {Limits.UserAttributes} an endpoint are possible"),
        })
        {
            if (namesInPlan.TryGetValue(key, out var names) && names.Count > most)
            {
                reader.Report(events, "events", $"{names.Count} different {noun}; {rule}");
            }
        }
    }
}
