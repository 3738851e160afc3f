using System.Text;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class AesGcmConnectionProtectorTests
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("what nobody may read");
    private static readonly byte[] Data = [1, 2, 3];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(300_000)]
    public void What_was_encrypted_is_decrypted(int length)
    {
        var plain = new byte[length];
        new Random(7).NextBytes(plain);
        var protector = new AesGcmConnectionProtector(Rings.One);
        Assert.That(protector.TryUnprotect(protector.Protect(plain, Data), Data, out var read, out var fault), Is.True);
        Assert.That(read, Is.EqualTo(plain));
        Assert.That(fault, Is.Null);
    }

    [Test]
    public void Its_form_is_format_key_nonce_tag_and_ciphertext()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        var first = protector.Protect(Plain, Data);
        var second = protector.Protect(Plain, Data);
        Assert.That(first, Has.Length.EqualTo(2 + 2 + 12 + 16 + Plain.Length));
        Assert.That(first[..4], Is.EqualTo(new byte[] { 1, 2, (byte)'k', (byte)'1' }));
        Assert.That(second[4..16], Is.Not.EqualTo(first[4..16]), "a nonce is used once");
        Assert.That(first.AsSpan().IndexOf(Plain.AsSpan(0, 4)), Is.Negative);
    }

    [Test]
    public void Every_byte_is_authenticated()
    {
        var protector = new AesGcmConnectionProtector(Rings.Of("k1", "k1", "k0", "k3", "k5", "k9", "q1", "j1"));
        var good = protector.Protect(Plain, Data);
        for (var i = 0; i < good.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = (byte[])good.Clone();
                altered[i] ^= (byte)(1 << bit);
                Assert.That(protector.TryUnprotect(altered, Data, out var plain, out var fault), Is.False, $"byte {i}, bit {bit}");
                Assert.That(plain, Is.Null);
                Assert.That(fault, Is.EqualTo(ConnectionFault.Altered).Or.EqualTo(i is 1 or 2 or 3 ? ConnectionFault.KeyMissing : ConnectionFault.Altered));
            }
        }
    }

    [Test]
    public void The_case_of_the_keys_id_is_authenticated_too()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        var altered = protector.Protect(Plain, Data);
        altered[2] = (byte)'K';
        Assert.That(protector.TryUnprotect(altered, Data, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(ConnectionFault.Altered));
    }

    [Test]
    public void Every_length_counts()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        var good = protector.Protect(Plain, Data);
        for (var length = 0; length < good.Length; length++)
        {
            Assert.That(protector.TryUnprotect(good.AsSpan(0, length), Data, out _, out var fault), Is.False, $"{length}");
            Assert.That(fault, Is.EqualTo(ConnectionFault.Altered));
        }

        Assert.That(protector.TryUnprotect([.. good, 0], Data, out _, out _), Is.False);
    }

    [Test]
    public void Noise_is_refused_without_an_exception()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        var random = new Random(20260504);
        for (var i = 0; i < 20_000; i++)
        {
            var noise = new byte[random.Next(80)];
            random.NextBytes(noise);
            if (noise.Length > 4 && random.Next(2) == 0)
            {
                (noise[0], noise[1], noise[2], noise[3]) = (1, 2, (byte)'k', (byte)'1');
            }

            Assert.That(protector.TryUnprotect(noise, Data, out _, out _), Is.False);
        }
    }

    [Test]
    public void It_belongs_to_its_data_alone()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        var good = protector.Protect(Plain, Data);
        foreach (byte[] other in new byte[][] { [], [1, 2], [1, 2, 3, 0], [1, 2, 4] })
        {
            Assert.That(protector.TryUnprotect(good, other, out _, out var fault), Is.False);
            Assert.That(fault, Is.EqualTo(ConnectionFault.Altered));
        }
    }

    [Test]
    public void A_new_key_encrypts_and_the_old_one_still_decrypts()
    {
        var before = new AesGcmConnectionProtector(Rings.Of("k1", "k1")).Protect(Plain, Data);
        var rotated = new AesGcmConnectionProtector(Rings.Of("k2", "k1", "k2"));
        Assert.That(rotated.TryUnprotect(before, Data, out var read, out _), Is.True);
        Assert.That(read, Is.EqualTo(Plain));
        Assert.That(rotated.Protect(Plain, Data)[..4], Is.EqualTo(new byte[] { 1, 2, (byte)'k', (byte)'2' }));
    }

    [Test]
    public void Another_key_of_the_same_id_is_an_alteration_and_no_key_is_a_missing_one()
    {
        var before = new AesGcmConnectionProtector(Rings.One).Protect(Plain, Data);
        var other = new AesGcmConnectionProtector(new("k1", new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["k1"] = ConnectionKeyRing.CreateKey() }));
        Assert.That(other.TryUnprotect(before, Data, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(ConnectionFault.Altered));
        Assert.That(new AesGcmConnectionProtector(Rings.Of("k2", "k2")).TryUnprotect(before, Data, out _, out fault), Is.False);
        Assert.That(fault, Is.EqualTo(ConnectionFault.KeyMissing));
    }

    [Test]
    public void Threads_share_it()
    {
        var protector = new AesGcmConnectionProtector(Rings.One);
        Parallel.For(0, 2_000, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            var plain = BitConverter.GetBytes(i);
            Assert.That(protector.TryUnprotect(protector.Protect(plain, Data), Data, out var read, out _) && read.AsSpan().SequenceEqual(plain), Is.True);
        });
    }
}
