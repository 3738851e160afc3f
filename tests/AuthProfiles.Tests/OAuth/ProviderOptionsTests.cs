using System.Collections.Immutable;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What a provider's data say of a profile, beside what its options say.</summary>
internal sealed class ProviderOptionsTests
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    [Test]
    public async Task A_token_goes_where_the_provider_wants_it_unless_the_profile_has_that_place()
    {
        var provider = ProviderData.Shopify with { AuthorizationFields = [.. ProviderData.Shopify.AuthorizationFields, AuthorizationField.Header("X-Version", "1")] };
        var options = new ClientCredentialsOptions { Provider = provider, ClientId = "app", ClientSecret = "s3cret" };
        options.AuthorizationFields.Add(AuthorizationField.Header("x-shopify-access-token", "Token {{accessToken}}"));
        options.AuthorizationFields.Add(AuthorizationField.QueryString("X-Version", "2"));

        var acquired = await ProfileCall.AcquireAsync(new ClientCredentialsProfile("shop", options), new TokenServer(TokenServer.Good), tenant: "acme");

        Assert.That(
            acquired.Credential.Fields.Where(static field => field.Key != "Cache-Control").Select(static field => (field.Key, field.Value.Reveal())),
            Is.EquivalentTo(new[] { ("X-Version", "1"), ("x-shopify-access-token", "Token at"), ("X-Version", "2") }));
    }

    [TestCase("state", "customField")]
    [TestCase("client_id", "scope_of_ours")]
    [TestCase("client_id", "redirect_uri")]
    [TestCase("client_id", "extra")]
    public void Names_in_the_address_that_would_meet_or_hide_the_state_are_refused(string name, string written)
    {
        var provider = ProviderData.HubSpot with
        {
            AuthorizationParameterNames = None.Add("scope", "scope_of_ours").SetItem(name, written),
            AuthorizationParameters = None.Add("extra", "1"),
        };

        var error = Assert.Catch<AuthorizationException>(() => new AuthorizationCodeProfile("hub", new() { Provider = provider, ClientId = "app", ClientSecret = "s3cret" }))!;

        Assert.That(error.Message, Does.Contain("AuthorizationParameterNames").And.Contain("'state'"));
    }

    [Test]
    public void A_name_that_callbacks_must_have_needs_an_issuer_to_be_compared_with()
    {
        var options = new AuthorizationCodeOptions
        {
            Provider = OAuthProvider.Standard with { NamesIssuer = true },
            AuthorizationUrl = "https://login.example/authorize",
            TokenUrl = "https://login.example/token",
            ClientId = "app",
            ClientSecret = "s3cret",
        };

        var error = Assert.Catch<AuthorizationException>(() => new AuthorizationCodeProfile("calendar", options))!;

        Assert.That(error.Message, Does.EndWith("to the issuer that callbacks must name, as Provider:NamesIssuer says that they do (RFC 9207)."));
    }
}
