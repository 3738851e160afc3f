using AuthProfiles.Tests.Connections;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>What a host that starts says of connections that are to be kept.</summary>
[TestFixture]
public sealed class KeyRingSettingsTests
{
    private const string Ring = "AuthProfiles:KeyRing:";

    private static readonly string Good = Rings.KeyOf("1");

    [Test]
    public void Nothing_that_encrypts_is_an_error_at_the_start() =>
        Assert.That(
            Start([], static builder => builder.PersistConnections(static (_, _) => new InMemoryConnectionStore())),
            Is.EqualTo("Connections are to be kept on a disk or in a database, and nothing encrypts them. Call ProtectConnectionsWithKeyRing, or register an IConnectionProtector."));

    [Test]
    public void One_key_needs_no_choice() =>
        Assert.That(Start([(Ring + "Keys:2026-11", Good)]), Is.Null);

    [Test]
    public void The_current_key_encrypts()
    {
        using var provider = Services([(Ring + "Keys:a", Good), (Ring + "Keys:b", Rings.KeyOf("2")), (Ring + "Current", "B")], Persist).BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IConnectionProtector>().Protect([], [])[2], Is.EqualTo((byte)'B'));
    }

    [Test]
    public void Without_settings_the_keys_are_missing() =>
        Assert.That(Start([]), Is.EqualTo(
            "Section 'KeyRing': Keys:{id} is missing. Set AuthProfiles:KeyRing:Keys:{id} (environment: AuthProfiles__KeyRing__Keys__{id}). "
            + "It takes 32 random bytes in base64, such as ConnectionKeyRing.CreateKey() or 'openssl rand -base64 32' makes them."));

    [Test]
    public void Of_several_keys_one_is_chosen()
    {
        (string, string?)[] two = [(Ring + "Keys:a", Good), (Ring + "Keys:b", Good)];
        Assert.That(Start(two), Is.EqualTo("Section 'KeyRing': Current is missing. Set AuthProfiles:KeyRing:Current (environment: AuthProfiles__KeyRing__Current)."));
        Assert.That(Start([.. two, (Ring + "Current", "c")]), Does.StartWith("Section 'KeyRing': Current is not valid.").And.EndWith("to the id of a key: a, b."));
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once_and_no_value()
    {
        var error = Start([(Ring + "Keys:a", "s3cret"), (Ring + "Keys:b c", Good), (Ring + "Current", "n0where"), (Ring + "Curent", "a")])!;
        Assert.That(error.Split(Environment.NewLine), Has.Length.EqualTo(4));
        Assert.That(error, Does
            .Contain("Keys:a is not valid. Set AuthProfiles:KeyRing:Keys:a (environment: AuthProfiles__KeyRing__Keys__a) to 32 random bytes")
            .And.Contain("unknown setting 'Keys:b c'").And.Contain("unknown setting 'Curent'")
            .And.Not.Contain("s3cret").And.Not.Contain("n0where").And.Not.Contain(Good));
    }

    [Test]
    public void A_ring_in_code_needs_no_settings() =>
        Assert.That(Start([], static builder => Persist(builder).ProtectConnectionsWithKeyRing(Rings.One)), Is.Null);

    [Test]
    public void Files_need_a_directory()
    {
        Assert.That(Start([], static builder => builder.ProtectConnectionsWithKeyRing(Rings.One).PersistConnectionsToFileSystem()), Is.EqualTo(
            "Connections are to be kept in files, and no directory is named. Set AuthProfiles:FileStore:Directory (environment: AuthProfiles__FileStore__Directory), or give it to PersistConnectionsToFileSystem."));
        Assert.That(Start([], static builder => builder.PersistConnectionsToFileSystem("somewhere")), Does.Contain("nothing encrypts them"));
    }

    [Test]
    public async Task Connections_are_kept_where_code_or_settings_say_and_code_has_the_last_word()
    {
        using var folder = new TemporaryFolder();
        (string, string?)[] settings = [("AuthProfiles:FileStore:Directory", folder["settings"]), (Ring + "Keys:a", Good)];
        foreach (var directory in new[] { null, folder["code"] })
        {
            await using var provider = Services(settings, builder => builder.ProtectConnectionsWithKeyRing().PersistConnectionsToFileSystem(directory)).BuildServiceProvider();
            await provider.GetRequiredService<IConnectionStore>().TryWriteAsync(new() { Key = new("calendar") }, 0);
            Assert.That(Directory.EnumerateFiles(Path.Combine(directory ?? folder["settings"], "connections")).Count(), Is.EqualTo(1));
        }
    }

    private static string? Start((string Key, string? Value)[] settings, Func<AuthProfilesBuilder, AuthProfilesBuilder>? add = null)
    {
        using var provider = Services(settings, add ?? Persist).BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (AuthorizationException error)
        {
            Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
            return error.Message;
        }
    }

    private static AuthProfilesBuilder Persist(AuthProfilesBuilder builder) =>
        builder.PersistConnections(static (_, _) => new InMemoryConnectionStore()).ProtectConnectionsWithKeyRing();

    private static IServiceCollection Services((string Key, string? Value)[] settings, Func<AuthProfilesBuilder, AuthProfilesBuilder> add)
    {
        var services = new ServiceCollection().AddSingleton(Configured.By(settings));
        add(services.AddAuthProfiles());
        return services;
    }
}
