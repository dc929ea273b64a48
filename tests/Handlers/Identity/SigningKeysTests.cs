using Engagement.Identity;

namespace Handlers.Tests.Identity;

public class SigningKeysTests
{
    [Theory]
    [InlineData("""{"current":"new","previous":"old"}""", true)]
    [InlineData("""{"current":"new","previous":null}""", false)]
    [InlineData("""{"current":"new","previous":""}""", false)]
    [InlineData("""{"current":"new","note":"rotated"}""", false)]
    public void Secret_is_read(string secret, bool oldIsValid)
    {
        var keys = SigningKeys.Parse(secret);
        Assert.True(Fits("new", keys));
        Assert.Equal(oldIsValid, Fits("old", keys));
        Assert.False(Fits("", keys));
    }

    [Theory]
    [InlineData("hunter2", "The signing secret is not JSON of the form {\"current\":\"…\",\"previous\":\"…\"}.")]
    [InlineData("", "The signing secret is not JSON of the form {\"current\":\"…\",\"previous\":\"…\"}.")]
    [InlineData("\"hunter2\"", "The signing secret's 'current' is missing or empty.")]
    [InlineData("{\"previous\":\"hunter2\"}", "The signing secret's 'current' is missing or empty.")]
    [InlineData("{\"current\":\"\"}", "The signing secret's 'current' is missing or empty.")]
    [InlineData("{\"current\":\"\\ud800\"}", "The signing secret's 'current' is not a text.")]
    [InlineData("{\"\\ud800\":1}", "The signing secret's 'current' is missing or empty.")]
    [InlineData("{\"current\":7}", "The signing secret's 'current' is not a text.")]
    public void Broken_secret_is_named_without_showing_it(string secret, string message) =>
        Assert.Equal(message, Assert.Throws<SigningSecretException>(() => SigningKeys.Parse(secret)).Message);

    private static bool Fits(string key, SigningKeys keys) =>
        IdentitySignature.Verify(IdentitySignature.Compute("e", null, 7, key), "e", "", "7", keys);
}
