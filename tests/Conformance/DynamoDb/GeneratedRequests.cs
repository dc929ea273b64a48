using System.Text.Json.Nodes;

namespace Conformance.Tests.DynamoDb;

/// <summary>Requests about one item of <c>things</c>, right and wrong ones, that follow from a seed.</summary>
/// <param name="random">Decides.</param>
internal sealed class GeneratedRequests(Random random)
{
    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "2",
        "-1.50",
        "1e2",
        "12345678901234567890123456789012345678",
        "x",
        "",
        "1e126",
        "1e-131",
        "123456789012345678901234567890123456789",
        "+1",
    ];
    private static readonly string[] Texts = ["a", "b", "ab", "", "z", "é", "日本"];
    private static readonly string[] Binaries = ["AA==", "AAE=", "AAEC", "", "AQ==", "A", "AB=="];
    private static readonly string[] Types = ["S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS"];
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] Functions =
    [
        "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size", "exists",
    ];
    private static readonly string[] Paths =
    [
        "s", "n", "m.k", "li[0]", "li[1]", "m.deep.er", "li[7]", "none", "#s", "#none", "p", "c", "g", "l", "ss", "b",
        "bo", "status", "m", "li", "p.a", "g.a",
    ];
    private static readonly string[] Placeholders = [":s", ":n", ":b", ":l", ":m", ":ss", ":t", ":none", ":v"];
    private static readonly string[] Returned = ["NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "none"];

    /// <summary>The key of the item that a request is about.</summary>
    public static JsonObject Key(string partition) => new() { ["p"] = S(partition), ["c"] = N("1") };

    /// <summary>The item before the request; every path of the expressions leads to something in it or does not.</summary>
    public static JsonObject Item(string partition) => new()
    {
        ["p"] = S(partition),
        ["c"] = N("1"),
        ["g"] = S("g"),
        ["l"] = N("5"),
        ["s"] = S("ab"),
        ["n"] = N("1.50"),
        ["b"] = new JsonObject { ["B"] = "AAEC" },
        ["bo"] = new JsonObject { ["BOOL"] = true },
        ["ss"] = new JsonObject { ["SS"] = new JsonArray("a", "b") },
        ["li"] = new JsonObject { ["L"] = new JsonArray(N("1"), S("a"), new JsonObject { ["L"] = new JsonArray(N("2"), N("3")) }) },
        ["m"] = new JsonObject
        {
            ["M"] = new JsonObject { ["k"] = N("1"), ["deep"] = new JsonObject { ["M"] = new JsonObject { ["er"] = S("x") } } },
        },
    };

    /// <summary>A request.</summary>
    public (string Operation, JsonObject Body) Next(string partition) => random.Next(9) switch
    {
        0 => ("PutItem", Put(partition)),
        1 => ("DeleteItem", Write(partition, "Key", Key(partition))),
        2 or 3 => ("UpdateItem", Update(partition)),
        4 => ("GetItem", Read(partition)),
        5 or 6 => ("Query", Query(partition)),
        7 => ("BatchGetItem", BatchGet(partition)),
        _ => ("BatchWriteItem", BatchWrite(partition)),
    };

    private static JsonObject S(string text) => new() { ["S"] = text };

    private static JsonObject N(string number) => new() { ["N"] = number };

    private T Of<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private bool Rarely => random.Next(12) == 0;

    private JsonObject Put(string partition)
    {
        var item = Key(partition);
        foreach (var name in (string[])["s", "g", "l", "x"])
        {
            if (random.Next(2) == 0)
            {
                item[name] = name switch { "g" when !Rarely => S(Of(Texts)), "l" when !Rarely => N(Of("1", "2")), _ => Value(2) };
            }
        }

        if (Rarely)
        {
            item.Remove(Of("p", "c"));
        }

        if (Rarely)
        {
            item["c"] = Value(0);
        }

        return Write(partition, "Item", item);
    }

    private JsonObject Write(string partition, string member, JsonObject value)
    {
        var body = Table();
        body[member] = member == "Key" && Rarely ? OddKey(partition) : value;
        var used = new List<string>();
        if (random.Next(3) > 0)
        {
            body["ConditionExpression"] = Condition(2, used);
        }

        if (random.Next(3) == 0)
        {
            body["ReturnValues"] = Of(Returned);
        }

        return With(body, used);
    }

    private JsonObject Update(string partition)
    {
        var body = Table();
        body["Key"] = Rarely ? OddKey(partition) : Key(partition);
        var used = new List<string>();
        if (!Rarely)
        {
            body["UpdateExpression"] = UpdateExpression(used);
        }

        if (random.Next(4) == 0)
        {
            body["ConditionExpression"] = Condition(1, used);
        }

        if (random.Next(2) == 0)
        {
            body["ReturnValues"] = Of(Returned);
        }

        return With(body, used);
    }

    private JsonObject Read(string partition)
    {
        var body = Table();
        body["Key"] = Rarely ? OddKey(partition) : Key(partition);
        var used = new List<string>();
        if (random.Next(4) > 0)
        {
            body["ProjectionExpression"] = Projection(used);
        }

        return With(body, used);
    }

    private JsonObject Query(string partition)
    {
        var body = Table();
        var used = new List<string>();
        var index = random.Next(4) == 0 ? Of("by-g", "by-l", "none") : null;
        if (index is not null)
        {
            body["IndexName"] = index;
        }

        body["KeyConditionExpression"] = KeyCondition(index, used);
        if (random.Next(4) == 0)
        {
            body["FilterExpression"] = Condition(1, used);
        }

        if (random.Next(4) == 0)
        {
            body["Limit"] = Of(0, 1, 2);
        }

        if (random.Next(5) == 0)
        {
            body["ExclusiveStartKey"] = Of(Key(partition), Key("other"), OddKey(partition));
        }

        if (random.Next(5) == 0)
        {
            body["ScanIndexForward"] = Of(true, false);
        }

        var with = With(body, used);
        if (used.Contains(":p"))
        {
            (with["ExpressionAttributeValues"] ??= new JsonObject())[":p"] = index == "by-g" ? S("nothing") : S(partition);
        }

        return with;
    }

    private string KeyCondition(string? index, List<string> used)
    {
        used.Add(":p");
        var (hash, range) = index switch { "by-g" => ("g", "c"), "by-l" => ("p", "l"), _ => ("p", "c") };
        var first = Of(
            $"{hash} = :p", $"{hash} = :p", $"{hash} = :p", $":p = {hash}", $"({hash} = :p)", $"{hash} > :p",
            $"{hash} = :p AND {hash} = :p");
        return random.Next(3) switch
        {
            0 => first,
            1 => $"{first} AND {range} {Of(Comparators)} {Placeholder(used)}",
            _ => $"{first} AND " + Of(
                $"{range} BETWEEN :n AND :n",
                $"begins_with({range}, :s)",
                $":n < {range}",
                $"contains({range}, :n)",
                $"s = :s",
                $"NOT {range} = :n",
                $"{range} IN (:n)",
                $"size({range}) = :n",
                $"{range}.a = :n"),
        };
    }

    private JsonObject BatchGet(string partition)
    {
        var part = new JsonObject();
        var used = new List<string>();
        if (!Rarely)
        {
            var keys = new JsonArray(Key(partition));
            if (Rarely)
            {
                keys.Add(OddKey(partition));
            }

            part["Keys"] = Rarely ? new JsonArray() : keys;
        }

        if (random.Next(2) == 0)
        {
            part["ProjectionExpression"] = Projection(used);
        }

        return new() { ["RequestItems"] = Rarely ? new JsonObject() : new JsonObject { [Rarely ? "other" : "things"] = With(part, used) } };
    }

    private JsonObject BatchWrite(string partition)
    {
        var writes = new JsonArray();
        for (var i = random.Next(3); i >= 0; i--)
        {
            writes.Add(random.Next(6) switch
            {
                0 => new JsonObject(),
                1 => new JsonObject { ["DeleteRequest"] = new JsonObject { ["Key"] = OddKey(partition) } },
                2 => new JsonObject { ["DeleteRequest"] = new JsonObject { ["Key"] = Key(partition) } },
                _ => new JsonObject { ["PutRequest"] = new JsonObject { ["Item"] = Put(partition)["Item"]!.DeepClone() } },
            });
        }

        return new() { ["RequestItems"] = new JsonObject { [Rarely ? "t" : "things"] = Rarely ? new JsonArray() : writes } };
    }

    private JsonObject Table() => new() { ["TableName"] = Rarely ? Of("other", "t", "a b") : "things" };

    private JsonObject OddKey(string partition)
    {
        var key = Key(partition);
        switch (random.Next(6))
        {
            case 0:
                key.Remove("c");
                break;
            case 1:
                key["more"] = S("x");
                break;
            case 2:
                key["p"] = S("");
                break;
            case 3:
                key["c"] = S("1");
                break;
            case 4:
                key["p"] = S(new string('x', 2049));
                break;
            default:
                key["c"] = Value(0);
                break;
        }

        return key;
    }

    private JsonObject Value(int depth)
    {
        var type = Of(depth == 0 ? Types[..5] : Types);
        JsonNode content = type switch
        {
            "S" => Of(Texts),
            "N" => Of(Numbers),
            "B" => Of(Binaries),
            "BOOL" => Of(true, false),
            "NULL" => !Rarely,
            "L" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(depth - 1))]),
            "M" =>
                new JsonObject([
                    .. Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)Value(depth - 1))),
                ]),
            "SS" => Set(Texts),
            "NS" => Set(Numbers),
            _ => Set(Binaries),
        };
        return Rarely && depth > 0 ? Of(new JsonObject(), new JsonObject { [type] = content, ["S"] = "x" }) : new() { [type] = content };
    }

    private JsonArray Set(string[] elements) => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => JsonValue.Create(Of(elements)))]);

    private string Placeholder(List<string> used)
    {
        var placeholder = Of(Placeholders);
        used.Add(placeholder);
        return placeholder;
    }

    private string Path(List<string> used)
    {
        var path = Of(Paths);
        if (path[0] == '#')
        {
            used.Add(path);
        }

        return path;
    }

    private string Operand(List<string> used) => random.Next(8) switch
    {
        < 4 => Path(used),
        < 7 => Placeholder(used),
        _ => $"size({(Rarely ? Placeholder(used) : Path(used))})",
    };

    private string Condition(int depth, List<string> used) => (depth == 0 ? random.Next(5) : random.Next(9)) switch
    {
        0 or 1 => $"{Operand(used)} {Of(Comparators)} {Operand(used)}",
        2 => $"{Operand(used)} BETWEEN {Operand(used)} AND {Operand(used)}",
        3 => $"{Operand(used)} IN ({string.Join(", ", Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Operand(used)))})",
        4 => Call(used),
        5 => $"{Condition(depth - 1, used)} AND {Condition(depth - 1, used)}",
        6 => $"{Condition(depth - 1, used)} OR {Condition(depth - 1, used)}",
        7 => $"NOT {Condition(depth - 1, used)}",
        _ => $"({Condition(depth - 1, used)})",
    };

    private string Call(List<string> used)
    {
        var function = Of(Functions);
        var operands = function is "attribute_type" or "begins_with" or "contains" ? 2 : 1;
        operands += Rarely ? 1 : 0;
        var all = Enumerable.Range(0, operands).Select(i => i == 1 && function == "attribute_type" ? Type(used) : Operand(used));
        return $"{function}({string.Join(", ", all)})";
    }

    private string Type(List<string> used)
    {
        used.Add(":t");
        return ":t";
    }

    private string Projection(List<string> used) => string.Join(", ", Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Path(used)));

    private string UpdateExpression(List<string> used)
    {
        var sections = new List<string>();
        for (var i = random.Next(3); i >= 0; i--)
        {
            sections.Add(random.Next(5) switch
            {
                0 or 1 =>
                    $"SET {string.Join(", ", Enumerable.Range(0, 1 + random.Next(2)).Select(_ => $"{Path(used)} = {UpdateValue(used)}"))}",
                2 => $"REMOVE {Path(used)}",
                3 => $"ADD {Path(used)} {Placeholder(used)}",
                _ => $"DELETE {Path(used)} {Placeholder(used)}",
            });
        }

        return string.Join(' ', sections);
    }

    private string UpdateValue(List<string> used) => random.Next(7) switch
    {
        0 or 1 => Placeholder(used),
        2 => Path(used),
        3 => $"{Simple(used)} {Of("+", "-")} {Simple(used)}",
        4 => $"if_not_exists({Simple(used)}, {Simple(used)})",
        5 => $"list_append({Simple(used)}, {Simple(used)})",
        _ => $"{Of("if_not_exists", "list_append", "other")}({Simple(used)}{(Rarely ? "" : $", {Simple(used)}")})",
    };

    private string Simple(List<string> used) => random.Next(2) == 0 ? Path(used) : Placeholder(used);

    /// <summary>The body with what its expressions refer to, and rarely with more.</summary>
    private JsonObject With(JsonObject body, List<string> used)
    {
        var names = new JsonObject();
        var values = new JsonObject();
        foreach (var placeholder in used.Distinct().Where(placeholder => placeholder is not (":none" or "#none" or ":p")))
        {
            (placeholder[0] == '#' ? names : values)[placeholder] = placeholder switch
            {
                "#s" => "s",
                ":s" => S(Of("a", "ab")),
                ":n" => N(Of("1", "1.5", "2")),
                ":b" => new JsonObject { ["B"] = Of("AA==", "AAE=") },
                ":l" => new JsonObject { ["L"] = new JsonArray(N("1")) },
                ":m" => new JsonObject { ["M"] = new JsonObject { ["k"] = N("1") } },
                ":ss" => new JsonObject { ["SS"] = new JsonArray("a", "c") },
                ":t" => S(Of("S", "N", "L", "SS", "DOG")),
                _ => Value(1),
            };
        }

        if (Rarely)
        {
            (random.Next(2) == 0 ? names : values)[Of("#more", ":more", "bad")] = random.Next(2) == 0 ? "more" : S("more");
        }

        if (names.Count > 0 || (Rarely && Rarely))
        {
            body["ExpressionAttributeNames"] = names;
        }

        if (values.Count > 0 || (Rarely && Rarely))
        {
            body["ExpressionAttributeValues"] = values;
        }

        return body;
    }
}
