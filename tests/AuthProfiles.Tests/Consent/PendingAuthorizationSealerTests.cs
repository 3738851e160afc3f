using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace AuthProfiles.Tests.Consent;

public sealed class PendingAuthorizationSealerTests
{
    // Dictionaries are the same only where they are one.
    private static readonly ImmutableDictionary<string, SecretValue> None = ImmutableDictionary<string, SecretValue>.Empty;

    private static readonly PendingAuthorization Full = new()
    {
        State = "canary-state",
        Key = new("calendar", "acme", "mia"),
        RedirectUri = "http://127.0.0.1/callback",
        TokenAddress = new("https://login.example/token"),
        Verifier = "canary-verifier",
        Nonce = "canary-nonce",
        Issuer = "https://login.example",
        IssuerForm = "https://login.example/{tenantid}",
        ClientId = "app",
        NamesIssuer = true,
        Inputs = None.Add("subdomain", "canary-input"),
        Context = "/back",
        ExpiresAt = new(2030, 1, 1, 0, 10, 0, TimeSpan.Zero),
        IsUsed = true,
    };

    private readonly PendingAuthorizationSealer _sealer = new(Protector());

    [Test]
    public void Everything_comes_back()
    {
        // A member that is new must be kept too: it is here with a value, so that its loss is seen.
        Assert.That(typeof(PendingAuthorization).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static member => member.GetValue(Full) is null or false), Is.Empty);
        var opened = _sealer.Open(Full.State, _sealer.Seal(Full));
        Assert.That(opened! with { Inputs = None }, Is.EqualTo(Full with { Inputs = None }));
        Assert.That(opened.Inputs, Is.EquivalentTo(Full.Inputs));
    }

    [Test]
    public void What_may_be_absent_stays_absent()
    {
        var least = new PendingAuthorization { State = "state", Key = new("calendar"), RedirectUri = "r", TokenAddress = new("https://login.example/token"), ExpiresAt = DateTimeOffset.UnixEpoch };
        Assert.That(_sealer.Open("state", _sealer.Seal(least))! with { Inputs = None }, Is.EqualTo(least with { Inputs = None }));
    }

    [Test]
    public void Nothing_can_be_read_and_the_state_is_not_there_at_all()
    {
        var clear = new ClearProtector();
        new PendingAuthorizationSealer(clear).Seal(Full);
        Assert.That(Encoding.UTF8.GetString(clear.Plaintext!), Does.Contain("canary-verifier").And.Not.Contain("canary-state"));
        Assert.That(Encoding.UTF8.GetString(_sealer.Seal(Full)), Does.Not.Contain("canary"));
    }

    [Test]
    public void What_was_altered_or_belongs_to_another_state_or_to_a_connection_is_no_consent()
    {
        var protector = Protector();
        var sealer = new PendingAuthorizationSealer(protector);
        var data = sealer.Seal(Full);
        Assert.That(sealer.Open("another", data), Is.Null);
        Assert.That(sealer.Open(Full.State, new ConnectionSealer(protector).Seal(new() { Key = Full.Key }, 1)), Is.Null);
        Assert.That(sealer.Open(Full.State, []), Is.Null);
        data[^1] ^= 1;
        Assert.That(sealer.Open(Full.State, data), Is.Null);
    }

    [Test]
    public void A_text_that_would_not_come_back_is_refused()
    {
        var error = Assert.Throws<AuthorizationException>(() => _sealer.Seal(Full with { Inputs = None.Add("pin", "canary\ud800") }));
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(error.ToString(), Does.Not.Contain("canary"));
    }

    [Test]
    public void A_spent_consent_has_no_secrets()
    {
        var spent = PendingAuthorizationSealer.Spend(Full with { IsUsed = false });
        Assert.That(spent, Is.EqualTo(Full with { Verifier = null, Nonce = null, Inputs = spent.Inputs }));
        Assert.That(spent.Inputs, Is.Empty);
    }

    private static AesGcmConnectionProtector Protector() => new(new("key", new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["key"] = ConnectionKeyRing.CreateKey() }));

    private sealed class ClearProtector : IConnectionProtector
    {
        public byte[]? Plaintext { get; private set; }

        public byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData) => Plaintext = plaintext.ToArray();

        public bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault) => throw new NotSupportedException();
    }
}
