using System.Net;
using System.Text;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Connections that Data Protection encrypts.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProtectionTests : IDisposable
{
    private static readonly byte[] s_plain = Encoding.UTF8.GetBytes("a grant");

    private readonly string _folder = Directory.CreateTempSubdirectory("authprofiles-").FullName;

    [Test]
    public void What_was_protected_opens_with_what_it_belongs_to()
    {
        using var services = Services("keys");
        var protector = services.GetRequiredService<IConnectionProtector>();

        var kept = protector.Protect(s_plain, "calendar/mia/1"u8);

        Assert.That(Encoding.UTF8.GetString(kept), Does.Not.Contain("a grant"));
        Assert.That(protector.TryUnprotect(kept, "calendar/mia/1"u8, out var plain, out var fault), Is.True);
        Assert.That(plain, Is.EqualTo(s_plain));
        Assert.That(fault, Is.Null);
    }

    [Test]
    public void It_opens_after_a_restart()
    {
        byte[] kept;
        using (var before = Services("keys"))
        {
            kept = before.GetRequiredService<IConnectionProtector>().Protect(s_plain, "x"u8);
        }

        using var after = Services("keys");
        Assert.That(after.GetRequiredService<IConnectionProtector>().TryUnprotect(kept, "x"u8, out var plain, out _), Is.True);
        Assert.That(plain, Is.EqualTo(s_plain));
    }

    [Test]
    public void What_belongs_to_another_entry_was_altered([Values("calendar/ben/1", "calendar/mia/2", "", "calendar/mia/1 ")] string other)
    {
        using var services = Services("keys");
        var protector = services.GetRequiredService<IConnectionProtector>();
        var kept = protector.Protect(s_plain, "calendar/mia/1"u8);

        Assert.That(FaultOf(protector, kept, Encoding.UTF8.GetBytes(other)), Is.EqualTo(ConnectionFault.Altered));
    }

    [Test]
    public void Garbage_was_altered([Values(0, 1, 4, 19, 20, 60, 400)] int length, [Values] bool hasHead)
    {
        using var services = Services("keys");
        var garbage = new byte[length];
        new Random(7).NextBytes(garbage);
        if (hasHead && length >= 4)
        {
            // The head is right, and the key's id is one that never was: whose key it was can't be told from one that is gone.
            new byte[] { 0x09, 0xF0, 0xC9, 0xF0 }.CopyTo(garbage, 0);
        }

        var fault = FaultOf(services.GetRequiredService<IConnectionProtector>(), garbage, "x"u8.ToArray());

        Assert.That(fault, Is.EqualTo(hasHead && length >= 20 ? ConnectionFault.KeyMissing : ConnectionFault.Altered));
    }

    [Test]
    public void Each_byte_counts()
    {
        using var services = Services("keys");
        var protector = services.GetRequiredService<IConnectionProtector>();
        var kept = protector.Protect(s_plain, "x"u8);

        for (var i = 0; i < kept.Length; i++)
        {
            var changed = (byte[])kept.Clone();
            changed[i] ^= 1;
            Assert.That(FaultOf(protector, changed, "x"u8.ToArray()), i is >= 4 and < 20 ? Is.EqualTo(ConnectionFault.KeyMissing) : Is.EqualTo(ConnectionFault.Altered), $"byte {i}");
        }
    }

    [Test]
    public void A_key_of_another_ring_is_missing()
    {
        using var one = Services("keys");
        using var two = Services("other-keys");
        var kept = one.GetRequiredService<IConnectionProtector>().Protect(s_plain, "x"u8);

        Assert.That(FaultOf(two.GetRequiredService<IConnectionProtector>(), kept, "x"u8.ToArray()), Is.EqualTo(ConnectionFault.KeyMissing));
    }

    [Test]
    public void A_revoked_key_is_missing()
    {
        using var services = Services("keys");
        var protector = services.GetRequiredService<IConnectionProtector>();
        var kept = protector.Protect(s_plain, "x"u8);

        services.GetRequiredService<IKeyManager>().RevokeAllKeys(DateTimeOffset.MaxValue, "test");

        using var after = Services("keys");
        Assert.That(FaultOf(after.GetRequiredService<IConnectionProtector>(), kept, "x"u8.ToArray()), Is.EqualTo(ConnectionFault.KeyMissing));
    }

    [Test]
    public async Task What_it_protects_in_files_is_there_after_a_restart_and_says_so_when_the_key_is_gone()
    {
        await using (var before = await StartAsync("keys"))
        {
            await before.ConnectAsync(before.Open());
        }

        var files = Directory.EnumerateFiles(Path.Combine(_folder, "connections"), "*", SearchOption.AllDirectories).ToList();
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Select(File.ReadAllText), Has.None.Contains("events.read"));

        await using (var after = await StartAsync("keys"))
        {
            Assert.That(await after.Open().ReadAsync("/connections/calendar"), Does.Contain("Connected").And.Contain("events.read"));
        }

        await using var gone = await StartAsync("other-keys");
        var mia = gone.Open();
        Assert.That(WebUtility.HtmlDecode(await mia.ReadAsync("/connections/calendar")), Does.Contain("Can't be read any more"));
        await gone.ConnectAsync(mia);
        Assert.That(await mia.ReadAsync("/week"), Is.EqualTo("mia"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ConnectionFault? FaultOf(IConnectionProtector protector, byte[] kept, byte[] associated)
    {
        Assert.That(protector.TryUnprotect(kept, associated, out var plain, out var fault), Is.False);
        Assert.That(plain, Is.Null);
        return fault;
    }

    private ServiceProvider Services(string keys)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("tests").PersistKeysToFileSystem(new(Path.Combine(_folder, keys)));
        return services.AddAuthProfiles().ProtectConnectionsWithDataProtection().Services.BuildServiceProvider();
    }

    private Task<WebTest> StartAsync(string keys) => WebTest.StartAsync(
        more: builder => builder.Services.AddAuthProfiles().ProtectConnectionsWithDataProtection().PersistConnectionsToFileSystem(Path.Combine(_folder, "connections")),
        keys: Path.Combine(_folder, keys));
}
