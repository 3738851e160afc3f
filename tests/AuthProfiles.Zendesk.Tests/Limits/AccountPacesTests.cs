using AuthProfiles.Zendesk.Limits;

namespace AuthProfiles.Zendesk.Tests.Limits;

[TestFixture]
public sealed class AccountPacesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [TestCase("https://acme.zendesk.com/api/v2/tickets", "https://ACME.zendesk.com/api/v2/users/1?x=/api/v2/", ExpectedResult = true)]
    [TestCase("https://acme.zendesk.com/api/v2/tickets", "https://globex.zendesk.com/api/v2/tickets", ExpectedResult = false)]
    [TestCase("https://acme.zendesk.com/api/v2/tickets", "https://acme.zendesk.com/oauth/tokens", ExpectedResult = true)]
    [TestCase("http://127.0.0.1:5000/acme/api/v2/tickets", "http://127.0.0.1:5000/acme/api/v2/users", ExpectedResult = true)]
    [TestCase("http://127.0.0.1:5000/acme/api/v2/tickets", "http://127.0.0.1:5000/globex/api/v2/tickets", ExpectedResult = false)]
    public bool Each_account_has_a_pace_of_its_own(string one, string other)
    {
        var paces = new AccountPaces(10);

        return ReferenceEquals(paces.Of(new(one), Start), paces.Of(new(other), Start));
    }

    [Test]
    public void Accounts_that_are_idle_are_forgotten_and_no_others()
    {
        var paces = new AccountPaces(10);
        var busy = paces.Of(new("https://busy.zendesk.com/api/v2/x"), Start);
        busy.TryTake(Start.AddMinutes(1), out _);
        for (var i = 0; i < 5000; i++)
        {
            paces.Of(new($"https://a{i}.zendesk.com/api/v2/x"), Start).TryTake(Start.AddMinutes(-1), out _);
        }

        Assert.That(paces.Count, Is.LessThanOrEqualTo(1024));
        Assert.That(paces.Of(new("https://busy.zendesk.com/api/v2/x"), Start), Is.SameAs(busy));
    }
}
