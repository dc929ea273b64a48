using System.Text;

namespace Local.Tests.Configuration;

/// <summary>What a stack's file gives, as Pulumi reads it.</summary>
public sealed class StackFileTests
{
    [Fact]
    public void A_key_without_a_namespace_is_the_projects_and_older_keys_are_known()
    {
        using var folder = new ProjectFolder("", "config:\n  size: 3\n  aws:config:region: eu-west-1\n");

        Assert.Equal(["aws:region=eu-west-1", "shop:size=3"], folder.Read().Values.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void Anchors_and_merge_keys_are_followed()
    {
        using var folder = new ProjectFolder(stack: """
            tags: &tags { project: shop, owner: web }
            config:
              aws:defaultTags:
                tags: { <<: *tags, owner: data }
              aws:other: *tags
            """);

        var values = folder.Read().Values;
        Assert.Equal("""{"tags":{"owner":"data","project":"shop"}}""", values["aws:defaultTags"]);
        Assert.Equal("""{"project":"shop","owner":"web"}""", values["aws:other"]);
    }

    [Fact]
    public void Of_several_maps_that_are_merged_the_earlier_one_counts()
    {
        using var folder = new ProjectFolder(stack: """
            a: &a { x: 1 }
            b: &b { x: 2, y: 2 }
            config:
              aws:other: { <<: [*a, *b] }
            """);

        Assert.Equal("""{"x":1,"y":2}""", folder.Read().Values["aws:other"]);
    }

    [Fact]
    public void Encrypted_values_are_stand_ins_wherever_they_are()
    {
        using var folder = new ProjectFolder(stack: """
            secretsprovider: passphrase
            encryptionsalt: v1:abc
            config:
              identity:signingKey:
                secure: v1:cipher
              aws:assumeRole:
                - { roleArn: arn, externalId: { secure: v1:cipher } }
              aws:other: { secure: 5 }
            """);

        var configuration = folder.Read();
        Assert.Equal("stand-in-of-identity-signingKey", configuration.Values["identity:signingKey"]);
        Assert.Equal("""[{"roleArn":"arn","externalId":"stand-in-of-aws-assumeRole"}]""", configuration.Values["aws:assumeRole"]);
        Assert.Equal("""{"secure":5}""", configuration.Values["aws:other"]);
        Assert.Equal(["aws:assumeRole", "identity:signingKey"], configuration.SecretKeys);
        Assert.DoesNotContain("cipher", configuration.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("config:\n")]
    [InlineData("encryptionsalt: v1:abc\n")]
    [InlineData("environment: []\n")]
    public void A_stack_may_set_nothing(string text)
    {
        using var folder = new ProjectFolder(stack: text);

        Assert.Empty(folder.Read().Values);
    }

    [Fact]
    public void Only_the_first_document_counts_and_a_byte_order_mark_does_not()
    {
        using var folder = new ProjectFolder();
        folder.Write(
            "Pulumi.dev.yaml",
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("config:\n  aws:region: eu-west-1\n---\nconfig:\n  aws:region: us-east-1\n")]);

        Assert.Equal("eu-west-1", folder.Read().Region);
    }

    [Theory]
    [InlineData("config:\n  aws:region: eu-west-1\nenvironment:\n  - shop/dev\n", "Pulumi.dev.yaml:3:1: environment: is Pulumi ESC,")]
    [InlineData("environment: { values: { pulumiConfig: { a: b } } }\n", "Pulumi.dev.yaml:1:1: environment: is Pulumi ESC,")]
    [InlineData("config: [a]\n", "Pulumi.dev.yaml:1:9: config: is no map of keys and values.")]
    [InlineData("- a\n", "Pulumi.dev.yaml:1:1: it is no map;")]
    [InlineData("config:\n  a:b:c: d\n", "Pulumi.dev.yaml:2:3: a:b:c: is no key;")]
    [InlineData("config:\n  5: d\n", "Pulumi.dev.yaml:2:3: '5' is a key, but only texts may be;")]
    [InlineData("config:\n  aws:defaultTags: { tags: { 1: d } }\n", "Pulumi.dev.yaml:2:30: '1' is a key, but only texts may be;")]
    [InlineData("config:\n  a: b\n  engagement:a: c\n", "Pulumi.dev.yaml:3:3: engagement:a: is set before as engagement:a, too.")]
    [InlineData("config:\n  a:b: c\n  a:b: d\n", "Pulumi.dev.yaml:3:3: a:b: the key is there already.")]
    [InlineData("config:\n  a:b: *c\n", "Pulumi.dev.yaml:2:8: there is no anchor 'c'")]
    [InlineData("config:\n  a:b: [c\n", "Pulumi.dev.yaml:")]
    [InlineData("config:\n  a:b: { <<: 5 }\n", "Pulumi.dev.yaml:2:14: <<: merges a map or a list of maps.")]
    [InlineData("config:\n  a:b: \"\\ud800\"\n", "Pulumi.dev.yaml:2:")]
    [InlineData("config:\n  a:b: c\u0001\n", "Pulumi.dev.yaml:2:9: the character U+0001 is not allowed in YAML;")]
    public void What_Pulumi_would_not_take_is_refused_with_its_place(string text, string expected)
    {
        using var folder = new ProjectFolder(stack: text);

        Assert.StartsWith(expected, folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, 9)]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xE9, 0x0A }, 10)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 9)]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_place(byte[] bytes, int column)
    {
        using var folder = new ProjectFolder();
        folder.Write("Pulumi.dev.yaml", [.. "config:\n  a:b: ä"u8, .. bytes]);

        Assert.Equal($"Pulumi.dev.yaml:2:{column}: the bytes here are not UTF-8; save the file in UTF-8.", folder.Refusal());
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Deep_nesting_is_refused(int depth)
    {
        using var folder = new ProjectFolder(stack: $"config:\n  a:b: {new string('[', depth)}{new string(']', depth)}\n");

        Assert.Contains("are nested more than 100 deep", folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_make_a_small_file_large_are_refused()
    {
        var lines =
            Enumerable.Range(1, 20).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");
        using var folder = new ProjectFolder(stack: $"a0: &a0 [x]\n{string.Join('\n', lines)}\nconfig:\n  a:b: *a20\n");

        Assert.Contains("aliases make it more than", folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("../dev")]
    [InlineData("")]
    public void A_stack_that_is_not_there_comes_with_those_that_are(string stack)
    {
        using var folder = new ProjectFolder(stack: "config:\n");
        folder.Write("Pulumi.my.test.yaml", "config:\n");

        var refusal = folder.Refusal(stack);
        Assert.StartsWith($"There is no stack '{stack}':", refusal, StringComparison.Ordinal);
        Assert.EndsWith("There are: dev, my.test.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_region_comes_with_the_command_that_sets_it()
    {
        using var folder = new ProjectFolder(stack: "config:\n");

        Assert.Equal(
            "Pulumi.dev.yaml: aws:region is missing; set it with 'pulumi config set aws:region eu-west-1'.",
            Assert.Throws<FormatException>(() => folder.Read().Region).Message);
    }
}
