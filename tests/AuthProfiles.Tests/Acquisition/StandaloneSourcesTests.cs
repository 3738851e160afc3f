using AuthProfiles.Acquisition;

namespace AuthProfiles.Tests.Acquisition;

[TestFixture]
public sealed class StandaloneSourcesTests
{
    [Test]
    public void A_profile_has_one_source_as_long_as_it_lives()
    {
        var (one, two) = (Profile(primary: null), Profile(primary: null));

        var first = StandaloneSources.Of(one);
        Assert.That(StandaloneSources.Of(one), Is.SameAs(first).And.Not.SameAs(StandaloneSources.Of(two)));
        Assert.That(StandaloneSources.Of(one).Profile, Is.SameAs(one));
    }

    [Test]
    public void A_client_that_nothing_here_can_give_is_refused_with_the_cure()
    {
        var error = Assert.Catch<AuthorizationException>(() => StandaloneSources.Of(Profile("corp'\n")));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((
            AuthorizationErrorKind.Configuration,
            @"orders: PrimaryHandler names the client 'corp\u0027\u000A' of an application's services, and here there are none. Declare the profile with AddAuthProfiles, or leave PrimaryHandler out.")));
    }

    private static ApiKeyProfile Profile(string? primary) => new("orders", new() { BaseUrl = "https://orders.example/", Key = "k", PrimaryHandler = primary });
}
