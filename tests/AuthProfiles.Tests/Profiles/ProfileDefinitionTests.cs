namespace AuthProfiles.Tests.Profiles;

[TestFixture]
public sealed class ProfileDefinitionTests
{
    [Test]
    public void What_connections_are_given_in_code_is_copied()
    {
        var given = new Dictionary<string, SecretValue> { ["key"] = "k-1" };
        var options = new ApiKeyOptions { BaseUrl = "https://api.example/", Connections = { ["acme"] = given } };
        var profile = new ApiKeyProfile("weather", options);

        given["key"] = "k-2";

        Assert.That(profile.Definition.Connections["acme"]["key"].Reveal(), Is.EqualTo("k-1"));
    }
}
