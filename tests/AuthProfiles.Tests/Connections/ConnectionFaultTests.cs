using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Connections;

public sealed class ConnectionFaultTests
{
    [TestCase(ConnectionFault.KeyMissing, "the key that it was encrypted with is not in the key ring. Give the key back, or its owner must authorize again")]
    [TestCase(ConnectionFault.Altered, "what is stored was damaged or altered, or is another connection's. Its owner must authorize again")]
    [TestCase(ConnectionFault.RolledBack, "an older state than this process has seen was restored. Its owner must authorize again")]
    public void Each_fault_says_what_to_do(ConnectionFault fault, string expected) => Assert.That(fault.Describe(), Is.EqualTo(expected));

    [Test]
    public void The_error_that_several_callers_get_is_the_same_to_each()
    {
        var error = new AuthorizationRequiredException("calendar", "Ask.") { Tenant = "acme", User = "mia", ErrorCode = "invalid_grant", StatusCode = 400, CanConsent = true };

        var again = (AuthorizationRequiredException)error.Again(TimeSpan.FromMinutes(1));

        Assert.That(again, Is.Not.SameAs(error));
        Assert.That(
            (again.Profile, again.Message, again.Tenant, again.User, again.ErrorCode, again.StatusCode, again.CanConsent, again.Kind),
            Is.EqualTo(("calendar", "Ask.", "acme", "mia", "invalid_grant", 400, true, AuthorizationErrorKind.AuthorizationRequired)));
        Assert.That(again.Connection, Is.EqualTo(new ConnectionKey("calendar", "acme", "mia")));
    }

    [Test]
    public void A_connection_prints_whose_it_is_and_its_state_alone() =>
        Assert.That(new Connection { Key = new("calendar", "acme", "mia"), State = ConnectionState.Expired }.ToString(), Is.EqualTo("calendar for acme, user mia (Expired)"));

    [Test]
    public void A_field_is_secret_where_nobody_says_otherwise() =>
        Assert.That((new AdditionalField("pin", Title: "PIN").Secret, new AdditionalField("pin", Title: "PIN") { Secret = false }.Secret), Is.EqualTo((true, false)));
}
