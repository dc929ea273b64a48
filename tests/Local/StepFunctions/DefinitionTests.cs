namespace Local.Tests.StepFunctions;

public sealed class DefinitionTests : IDisposable
{
    private readonly StatesCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData("\"Type\":\"Pass\",\"End\":true,\"Assign\":{}", "SCHEMA_VALIDATION_FAILED: Field is not supported at /States/S/Assign")]
    [
        InlineData(
            "\"Type\":\"Pause\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: 'Pause' is not a state type that this local cloud has at /States/S/Type")
    ]
    [InlineData("\"Type\":\"Pass\"", "SCHEMA_VALIDATION_FAILED: These fields are required: exactly one of Next and End at /States/S/Next")]
    [InlineData("\"Type\":\"Pass\",\"Next\":\"T\"", "MISSING_TRANSITION_TARGET: Missing 'Next' target: T at /States/S")]
    [
        InlineData(
            "\"Type\":\"Wait\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: Exactly one of Seconds, SecondsPath, Timestamp and TimestampPath is required at /States/S/Seconds")
    ]
    [
        InlineData(
            "\"Type\":\"Pass\",\"End\":true,\"InputPath\":\"x\"",
            "INVALID_JSON_PATH: The path 'x' does not begin with $ at /States/S/InputPath")
    ]
    [
        InlineData(
            "\"Type\":\"Pass\",\"End\":true,\"ResultPath\":\"$.a[*]\"",
            "INVALID_JSON_PATH: not a reference path, which names one place by names alone at /States/S/ResultPath")
    ]
    [
        InlineData(
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::glue:startJobRun\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: The resource 'arn:aws:states:::glue:startJobRun' is not done by this local cloud, which calls "
                + "dynamodb, sqs:sendMessage, sns:publish and aws-sdk:pinpoint at /States/S/Resource")
    ]
    [
        InlineData(
            "\"Type\":\"Pass\",\"End\":true,\"Parameters\":{\"x.$\":\"States.Fancy()\"}",
            "SCHEMA_VALIDATION_FAILED: The intrinsic function States.Fancy is not done by this local cloud at /States/S/Parameters")
    ]
    [
        InlineData(
            "\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"StringLike\":\"y\",\"Next\":\"S\"}]",
            "SCHEMA_VALIDATION_FAILED: Field is not supported at /States/S/Choices[0]/StringLike")
    ]
    [
        InlineData(
            "\"Type\":\"Parallel\",\"End\":true,\"Branches\":[]",
            "SCHEMA_VALIDATION_FAILED: The state type Parallel is not done by this local cloud at /States/S/Type")
    ]
    [
        InlineData(
            "\"Type\":\"Wait\",\"TimestampPath\":\"$.at\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: TimestampPath is not done by this local cloud, which waits for Seconds or SecondsPath at "
                + "/States/S/TimestampPath")
    ]
    [
        InlineData(
            "\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"StringMatches\":\"y*\",\"Next\":\"S\"}]",
            "SCHEMA_VALIDATION_FAILED: The comparison operator StringMatches is not done by this local cloud at "
                + "/States/S/Choices[0]/StringMatches")
    ]
    [
        InlineData(
            "\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"TimestampEqualsPath\":\"$.y\",\"Next\":\"S\"}]",
            "SCHEMA_VALIDATION_FAILED: The comparison operator TimestampEqualsPath is not done by this local cloud at "
                + "/States/S/Choices[0]/TimestampEqualsPath")
    ]
    [
        InlineData(
            "\"Type\":\"Pass\",\"End\":true,\"Parameters\":{\"x.$\":\"States.Hash($.x, 'MD5')\"}",
            "SCHEMA_VALIDATION_FAILED: The intrinsic function States.Hash is not done by this local cloud at /States/S/Parameters")
    ]
    [
        InlineData(
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: The resource 'arn:aws:states:::lambda:invoke' is not done by this local cloud, which calls "
                + "dynamodb, sqs:sendMessage, sns:publish and aws-sdk:pinpoint at /States/S/Resource")
    ]
    [
        InlineData(
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::aws-sdk:pinpoint:getSegment\",\"End\":true",
            "SCHEMA_VALIDATION_FAILED: The resource 'arn:aws:states:::aws-sdk:pinpoint:getSegment' is not done by this local cloud, which "
                + "calls dynamodb, sqs:sendMessage, sns:publish and aws-sdk:pinpoint at /States/S/Resource")
    ]
    public void Definition_that_would_be_refused_is_an_error_that_names_the_place(string state, string problem)
    {
        var error = Assert.Throws<ArgumentException>(() => cloud.Deploy($$"""{"StartAt":"S","States":{"S":{{{state}}} } }"""));

        Assert.Equal(
            $"aws:sfn/stateMachine:StateMachine 'announce': definition is refused: Invalid State Machine Definition: '{problem}'.",
            error.Message);
    }

    [Theory]
    [InlineData("type", "EXPRESS", "type is EXPRESS")]
    [InlineData("encryptionConfiguration", "x", "encryptionConfiguration is not done")]
    public void Setting_that_is_not_done_is_an_error(string key, string value, string problem) => Assert.Contains(
        problem,
        Assert.Throws<ArgumentException>(() => cloud.Deploy("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""", (key, value))).Message,
        StringComparison.Ordinal);
}
