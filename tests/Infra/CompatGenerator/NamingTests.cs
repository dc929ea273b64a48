using CompatGenerator;
using CompatGenerator.PulumiAws;

namespace Infra.Tests.Generator;

public sealed class NamingTests
{
    private static readonly PulumiAwsList Nothing = new();

    [Fact]
    public void A_property_is_its_name_in_Pascal_case()
        => Assert.Equal("S3UsePathStyle", new Naming(Nothing).PropertyName("Provider", "s3UsePathStyle"));

    [Fact]
    public void A_property_named_like_its_class_needs_a_name_from_the_list()
    {
        var error = Assert.Throws<GeneratorException>(
            () => new Naming(Nothing).PropertyName("sqs.RedriveAllowPolicy", "redriveAllowPolicy"));

        Assert.Contains("sqs.RedriveAllowPolicy.redriveAllowPolicy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_a_property()
    {
        var naming = new Naming(new PulumiAwsList { Names = { ["sqs.RedriveAllowPolicy.redriveAllowPolicy"] = "RedriveAllowPolicyName" } });

        Assert.Equal("RedriveAllowPolicyName", naming.PropertyName("sqs.RedriveAllowPolicy", "redriveAllowPolicy"));
        Assert.Empty(naming.Unused());
    }

    [Fact]
    public void An_exception_that_applies_to_nothing_is_reported()
    {
        var naming = new Naming(new PulumiAwsList { Doubles = { "cloudwatch.MetricAlarm.threshold", "cloudwatch.MetricAlarm.misspelt" } });

        Assert.Equal("double", naming.Number("cloudwatch.MetricAlarm", "threshold"));
        Assert.Equal("int", naming.Number("cloudwatch.MetricAlarm", "period"));
        Assert.Equal(["cloudwatch.MetricAlarm.misspelt"], naming.Unused());
    }

    [Fact]
    public void A_module_without_a_namespace_is_an_error_that_names_it()
        => Assert.Contains(
            "'kinesis'",
            Assert.Throws<GeneratorException>(() => new Naming(Nothing).Namespace("kinesis")).Message,
            StringComparison.Ordinal);
}
