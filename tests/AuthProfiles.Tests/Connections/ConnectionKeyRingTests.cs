namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class ConnectionKeyRingTests
{
    [Test]
    public void A_new_key_is_good_and_another_each_time()
    {
        var key = ConnectionKeyRing.CreateKey();
        Assert.That(Convert.FromBase64String(key), Has.Length.EqualTo(32));
        Assert.That(ConnectionKeyRing.CreateKey(), Is.Not.EqualTo(key));
        Assert.That(Make("a", ("a", key)), Is.Null);
    }

    [Test]
    public void Ids_are_the_same_in_upper_and_lower_case()
    {
        Assert.That(Make("K-1", ("k-1", Rings.KeyOf("1"))), Is.Null);
        Assert.That(Make("k", ("k", Rings.KeyOf("1")), ("K", Rings.KeyOf("2"))), Does.Contain("'K' is given twice"));
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a:b")]
    [TestCase("\u00e4")]
    [TestCase("a\n")]
    [TestCase("123456789012345678901234567890123")]
    public void An_id_is_short_and_printable(string id) =>
        Assert.That(Make(id, (id, Rings.KeyOf("1"))), Does.Contain("is no id of a key. Use 1 to 32 letters, digits, dots, hyphens or underscores."));

    [TestCase("")]
    [TestCase("c2hvcnQ=")]
    [TestCase("not base64 at all, and not thirty-two bytes either way..")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==")]
    public void A_key_has_32_bytes(string key)
    {
        var error = Make("a", ("a", key));
        Assert.That(error, Does.StartWith("The key ring: key 'a' is not valid. Give 32 random bytes in base64, such as ConnectionKeyRing.CreateKey()"));
        Assert.That(key.Length == 0 || !error!.Contains(key, StringComparison.Ordinal));
    }

    [Test]
    public void There_is_a_key_and_the_current_one_is_among_them()
    {
        Assert.That(Make("a"), Does.StartWith("The key ring has no key."));
        Assert.That(Make("2025", ("2024", Rings.KeyOf("1"))), Is.EqualTo("The key ring has no key '2025', which is to be the current one. Did you mean '2024'?"));
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.That(Make("c", ("a", "x"), ("b c", "y"))!.Split(Environment.NewLine), Has.Length.EqualTo(3));

    [Test]
    public void An_id_of_32_characters_is_one_and_no_text_is_no_key()
    {
        const string Longest = "12345678901234567890123456789012";

        Assert.That(Make(Longest, (Longest, Rings.KeyOf("1"))), Is.Null);
        Assert.That(ConnectionKeyRing.TryReadKey(null, out var key), Is.False);
        Assert.That(key, Is.Null);
    }

    [Test]
    public void It_prints_no_key()
    {
        var ring = Rings.Of("k2", "k2", "k1");
        Assert.That(ring.ToString(), Is.EqualTo("k2 of k1, k2"));
        Assert.That(ring.CurrentId, Is.EqualTo("k2"));
        Assert.That(ring.Ids, Is.EquivalentTo(new[] { "k1", "k2" }));
    }

    private static string? Make(string current, params (string Id, string Key)[] keys)
    {
        try
        {
            _ = new ConnectionKeyRing(current, keys.ToDictionary(static pair => pair.Id, static pair => new SecretValue(pair.Key), StringComparer.Ordinal));
            return null;
        }
        catch (AuthorizationException error)
        {
            Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
            return error.Message;
        }
    }
}
