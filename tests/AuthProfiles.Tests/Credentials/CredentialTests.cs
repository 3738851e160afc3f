namespace AuthProfiles.Tests.Credentials;

public sealed class CredentialTests
{
    private static readonly DateTimeOffset Expiry = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Test]
    public void A_bearer_token_is_one_header_with_its_expiry()
    {
        var credential = Credential.Bearer("t0ken", Expiry);

        Assert.That(credential.Fields, Has.Length.EqualTo(1));
        Assert.That((credential.Fields[0].Type, credential.Fields[0].Key, credential.Fields[0].Value.Reveal()), Is.EqualTo((AuthorizationFieldType.Header, "Authorization", "Bearer t0ken")));
        Assert.That(credential.ExpiresAt, Is.EqualTo(Expiry));
        Assert.That(Credential.Bearer("t0ken").ExpiresAt, Is.Null);
    }

    [Test]
    public void It_says_its_places_and_no_values() =>
        Assert.That(
            new Credential([CredentialField.Header("x-key", "a"), CredentialField.PathParam("bot", "b")]).ToString(),
            Is.EqualTo("Header x-key: [redacted], PathParam bot: [redacted]"));

    [Test]
    public void A_credential_without_a_value_is_refused() =>
        Assert.That(static () => new Credential([]), Throws.ArgumentException.With.Message.Contains("at least one field"));

    [Test]
    public void Two_values_for_one_place_are_refused()
    {
        CredentialField[][] twice =
        [
            [CredentialField.Header("x-key", "a"), CredentialField.Header("X-Key", "b")],
            [CredentialField.QueryString("key", "a"), CredentialField.QueryString("key", "b")],
            [CredentialField.Payload("key", "a"), CredentialField.QueryString("key", "b"), CredentialField.Payload("key", "c")],
        ];
        Assert.Multiple(() =>
        {
            foreach (var fields in twice)
            {
                Assert.That(() => new Credential(fields), Throws.ArgumentException.With.Message.Contains($"{fields[^1]}"[..^": [redacted]".Length].Replace(" ", " '", StringComparison.Ordinal) + "' is there twice"));
            }
        });
    }

    [Test]
    public void A_name_may_come_in_several_places_and_in_another_case_where_the_case_counts() =>
        Assert.That(
            new Credential([CredentialField.Header("key", "a"), CredentialField.QueryString("key", "b"), CredentialField.QueryString("Key", "c"), CredentialField.Payload("key", "d")]).Fields,
            Has.Length.EqualTo(4));

    [Test]
    public void It_is_the_same_only_with_the_same_values_in_the_same_places()
    {
        var one = new Credential([CredentialField.Header("x-key", "a"), CredentialField.QueryString("key", "b")], Expiry);
        Assert.Multiple(() =>
        {
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-key", "a"), CredentialField.QueryString("key", "b")])), Is.True, "whenever it expires");
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-key", "a")])), Is.False);
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-key", "a"), CredentialField.QueryString("key", "B")])), Is.False);
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-key", "a"), CredentialField.QueryString("Key", "b")])), Is.False);
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-key", "a"), CredentialField.Payload("key", "b")])), Is.False);
            Assert.That(one.IsSameAs(new([CredentialField.Header("x-other", "c"), CredentialField.QueryString("key", "b")])), Is.False);
        });
    }

    [Test]
    public void A_header_is_for_the_same_place_in_any_case_and_nothing_else_is()
    {
        var header = CredentialField.Header("x-key", "a");
        var query = CredentialField.QueryString("x-key", "a");
        Assert.Multiple(() =>
        {
            Assert.That(header.IsFor(CredentialField.Header("X-KEY", "b")), Is.True);
            Assert.That(header.IsFor(CredentialField.Header("x-other", "a")), Is.False);
            Assert.That(header.IsFor(query), Is.False);
            Assert.That(query.IsFor(CredentialField.QueryString("x-key", "b")), Is.True);
            Assert.That(query.IsFor(CredentialField.QueryString("X-KEY", "a")), Is.False);
        });
    }

    [Test]
    public void A_field_stands_in_place_of_one_with_the_same_key_and_of_a_header_in_any_case()
    {
        var header = AuthorizationField.Header("x-key", "a");
        var payload = AuthorizationField.Payload("x-key", "a");
        Assert.Multiple(() =>
        {
            Assert.That(header.IsInPlaceOf(AuthorizationField.Header("X-Key", "b")), Is.True);
            Assert.That(header.IsInPlaceOf(AuthorizationField.Header("x-other", "a")), Is.False);
            Assert.That(header.IsInPlaceOf(payload), Is.False);
            Assert.That(payload.IsInPlaceOf(AuthorizationField.Payload("x-key", "b")), Is.True);
            Assert.That(payload.IsInPlaceOf(AuthorizationField.Payload("X-Key", "a")), Is.False);
        });
    }

    [Test]
    public void What_goes_beside_a_token_in_the_query_keeps_caches_away_and_makes_way() =>
        Assert.That(
            (CredentialField.NoStore.ToString(), CredentialField.NoStore.Value.Reveal(), CredentialField.NoStore.OnlyIfAbsent, CredentialField.QueryString("a", "b").OnlyIfAbsent),
            Is.EqualTo(("Header Cache-Control: [redacted]", "no-store", true, false)));
}
