using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.DependencyInjection;

[TestFixture]
public sealed class ProfileDeclarationsTests
{
    private readonly IConfiguration _settings = Configured.By([("First:Key", "k-1"), ("Second:Key", "k-2")]);

    [Test]
    public void A_profile_has_one_section()
    {
        var builder = new ServiceCollection().AddAuthProfiles().AddApiKey("weather", _settings.GetSection("First"));

        Assert.That(() => builder.AddApiKey("weather", _settings.GetSection("Second")), Throws.InvalidOperationException.With.Message.Contains("in First and in Second"));
        Assert.That(() => builder.AddApiKey("weather", _settings.GetSection("First")).AddApiKey("weather"), Throws.Nothing);
    }
}
