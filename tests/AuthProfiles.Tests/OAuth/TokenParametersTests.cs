using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What a profile may not add, because the protocol writes it, and what of a request is never shown.</summary>
internal sealed class TokenParametersTests
{
    [Test]
    public void What_the_protocol_writes_is_no_further_parameter_in_any_spelling(
        [Values("grant_type", "client_id", "client_secret", "client_assertion", "client_assertion_type", "refresh_token", "code", "code_verifier", "redirect_uri", "response_type", "state", "nonce", "code_challenge", "code_challenge_method", "username", "password", "assertion", "device_code", "subject_token", "subject_token_type", "actor_token", "actor_token_type", "requested_token_type")] string name)
    {
        var shouted = name.ToUpperInvariant();

        Assert.That(TokenParameters.Cure(name, "x"), Is.EqualTo($"parameters that the protocol does not write itself, so not '{name}'"));
        Assert.That(TokenParameters.Cure(shouted, "x"), Is.EqualTo($"parameters that the protocol does not write itself, so not '{shouted}'"));
    }

    [TestCase("audience", "https://api.example", null)]
    [TestCase("", "x", "parameters with names")]
    [TestCase("audience", null, null)]
    public void Others_are_taken_where_they_are_text(string name, string? value, string? cure) =>
        Assert.That(TokenParameters.Cure(name, value), cure is null ? Is.Null : Does.StartWith(cure));

    [Test]
    public void Half_a_character_is_no_text()
    {
        Assert.That(TokenParameters.Cure("audience", "\ud800"), Does.StartWith("another text for 'audience': "));
        Assert.That(TokenParameters.Cure("aud\ud800", "x"), Does.StartWith("another text for 'aud\\uD800': "));
    }

    [Test]
    public void What_proves_anything_is_never_shown(
        [Values("client_secret", "client_assertion", "refresh_token", "code", "code_verifier", "password", "assertion", "device_code", "subject_token", "actor_token", "token")] string name)
    {
        KeyValuePair<string, string>[] request = [new("grant_type", "g"), new("client_id", "c"), new("username", "u"), new(name, "canary"), new("scope", "s")];

        Assert.That(TokenParameters.SecretsAmong(request).Select(static secret => secret.Reveal()), Is.EqualTo(new[] { "canary" }));
    }

    [TestCase("client_secret", ExpectedResult = true)]
    [TestCase("client_assertion", ExpectedResult = true)]
    [TestCase("client_id", ExpectedResult = false)]
    [TestCase("client_assertion_type", ExpectedResult = false)]
    public bool A_client_is_proved_by_two_parameters(string name) => TokenParameters.ProvesClient(name);

    [TestCase("Authorization")]
    [TestCase("accept")]
    [TestCase("COOKIE")]
    public void Headers_of_the_call_itself_are_no_further_headers(string name) =>
        Assert.That(TokenParameters.HeaderCure(name, "x"), Is.EqualTo($"headers that the token request does not write itself, so not '{name}'"));

    [Test]
    public void A_header_that_the_platform_knows_must_be_what_it_says() =>
        Assert.That(TokenParameters.HeaderCure("Date", "tomorrow"), Is.EqualTo("another header for 'Date': it is not what that header says"));
}
