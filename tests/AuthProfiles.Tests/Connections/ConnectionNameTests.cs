namespace AuthProfiles.Tests.Connections;

public sealed class ConnectionNameTests
{
    [Test]
    public void A_refusal_shows_every_name_escaped()
    {
        var refusal = Assert.Throws<AuthorizationException>(static () => _ = new ConnectionKey("orders\nforged", "acme:\n"));

        Assert.That(refusal!.Message, Does.Contain(@"'orders\u000Aforged'").And.Not.Contain("\n"));
    }
}
