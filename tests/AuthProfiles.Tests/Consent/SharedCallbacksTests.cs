using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class SharedCallbacksTests
{
    [TestCase("https://app.example/callback", "https://login.two.example/token", false, true)]
    [TestCase("https://App.example:443/callback", "https://login.two.example/token", false, true)]
    [TestCase("https://app.example/callback/two", "https://login.two.example/token", false, false)]
    [TestCase("https://app.example/callback", "https://login.one.example/token", false, false)]
    [TestCase("https://app.example/callback", "https://login.two.example/token", true, false)]
    [TestCase(null, "https://login.two.example/token", false, false)]
    public void _9700_03_Providers_that_do_not_all_name_themselves_share_no_redirect_URI(string? redirectUri, string tokenUrl, bool namesIssuer, bool isRefused)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles()
            .AddAuthorizationCode("one", o => Configure(o, "https://app.example/callback", "https://login.one.example/token", namesIssuer))
            .AddAuthorizationCode("two", o => Configure(o, redirectUri, tokenUrl, namesIssuer));
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), isRefused
            ? (NUnit.Framework.Constraints.IResolveConstraint)Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("Profiles 'one' and 'two': people come back to the same address from different providers, which do not all name themselves (RFC 9207). Set AuthProfiles:Profiles:two:RedirectUri to another address than AuthProfiles:Profiles:one:RedirectUri.")
            : Throws.Nothing);
    }

    [Test]
    public void _9700_03_A_provider_that_names_its_issuer_can_be_held_to_it()
    {
        var options = new AuthorizationCodeOptions
        {
            AuthorizationUrl = "https://login.example/authorize",
            TokenUrl = "https://login.example/token",
            Provider = OAuthProvider.Standard with { NamesIssuer = true },
        };

        Assert.That(
            () => new AuthorizationCodeProfile("calendar", options),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:calendar:Issuer").And.Message.Contains("NamesIssuer"));
    }

    private static void Configure(AuthorizationCodeOptions options, string? redirectUri, string tokenUrl, bool namesIssuer)
    {
        options.AuthorizationUrl = "https://login.example/authorize";
        options.TokenUrl = tokenUrl;
        options.RedirectUri = redirectUri;
        options.ClientId = "app";
        options.ClientSecret = "s3cret";
        options.Issuer = namesIssuer ? new Uri(tokenUrl).GetLeftPart(UriPartial.Authority) : null;
        options.Provider = OAuthProvider.Standard with { NamesIssuer = namesIssuer };
    }
}
