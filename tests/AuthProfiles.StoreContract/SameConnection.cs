using System.Collections.Immutable;

namespace AuthProfiles.StoreContract;

/// <summary>Says whether two connections have the same values: records compare their dictionaries by reference.</summary>
public static class SameConnection
{
    /// <summary>Fails where a member differs.</summary>
    /// <param name="actual">What was read.</param>
    /// <param name="expected">What was written.</param>
    public static void Check(Connection? actual, Connection expected)
    {
        Assert.That(actual, Is.Not.Null);
        using var all = Assert.EnterMultipleScope();
        Assert.That(actual!.Key, Is.EqualTo(expected.Key));
        Assert.That(actual.State, Is.EqualTo(expected.State));
        Assert.That(actual.App, Is.EqualTo(expected.App));
        Assert.That(actual.AccountLabel, Is.EqualTo(expected.AccountLabel));
        Assert.That(actual.Inputs, Is.EquivalentTo(expected.Inputs), "inputs");
        Assert.That(actual.Grant?.AccessToken, Is.EqualTo(expected.Grant?.AccessToken), "access token");
        Assert.That(actual.Grant?.RefreshToken, Is.EqualTo(expected.Grant?.RefreshToken), "refresh token");
        Assert.That(actual.Grant?.ObtainedAt, Is.EqualTo(expected.Grant?.ObtainedAt));
        Assert.That(actual.Grant?.ExpiresAt, Is.EqualTo(expected.Grant?.ExpiresAt));
        Assert.That(actual.Grant?.RefreshExpiresAt, Is.EqualTo(expected.Grant?.RefreshExpiresAt));
        Assert.That(actual.Grant?.Scope, Is.EqualTo(expected.Grant?.Scope));
        Assert.That(actual.Grant?.Issuer, Is.EqualTo(expected.Grant?.Issuer));
        Assert.That(actual.Grant?.ClientId, Is.EqualTo(expected.Grant?.ClientId));
        Assert.That(OutputsOf(actual), Is.EquivalentTo(OutputsOf(expected)), "outputs");
    }

    // No collection expression: there is none for this type on net8.0.
    private static ImmutableDictionary<string, string> OutputsOf(Connection connection) => connection.Grant?.Outputs ?? ImmutableDictionary<string, string>.Empty;
}
