using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

[TestFixture]
public sealed class UnknownInputsTests
{
    private const string Acme = "AuthProfiles:Profiles:orders:Connections:acme:";

    [Test]
    public async Task A_misspelt_key_of_a_connection_is_refused_at_its_first_use_with_its_path_and_what_was_meant()
    {
        using var source = SourceOf((Acme + "ClientId", "a"), (Acme + "ClientSecert", "s-3cret"));

        var error = await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, "acme"));

        Assert.That(error!.Message, Does.Contain(Acme + "ClientSecert").And.Contain("Did you mean 'ClientSecret'?").And.Contain("tenant 'acme'").And.Not.Contain("s-3cret"));
        Assert.That((error.Kind, error.Tenant), Is.EqualTo((AuthorizationErrorKind.Configuration, "acme")));
    }

    [Test]
    public async Task All_misspelt_keys_are_told_at_once()
    {
        using var source = SourceOf((Acme + "Client", "a"), (Acme + "Secret", "s"));

        var error = await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, "acme"));

        Assert.That(error!.Message, Does.Contain(Acme + "Client.").And.Contain(Acme + "Secret."));
    }

    [Test]
    public async Task Known_keys_are_known_in_any_case()
    {
        using var source = SourceOf((Acme + "clientid", "a"), (Acme + "CLIENTSECRET", "s"));

        Assert.That((await FindAsync(source, "acme")).Values.Read("clientId")?.Reveal(), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_refused_connection_stays_refused()
    {
        using var source = SourceOf((Acme + "ClientSecert", "s"));
        for (var i = 0; i < 300; i++)
        {
            await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, "acme"));
        }

        await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, "acme"));
    }

    [Test]
    public async Task Only_the_first_200_connections_are_looked_at_because_each_look_walks_over_all_settings()
    {
        using var source = SourceOf([.. Enumerable.Range(0, 201).SelectMany(number => new[] { (Connection(number) + "ClientId", "a"), (Connection(number) + "Colour", "red") })
            .Where(setting => setting.Item1.EndsWith("ClientId", StringComparison.Ordinal) || setting.Item1.Contains(":t200:", StringComparison.Ordinal))]);
        for (var i = 0; i < 199; i++)
        {
            await FindAsync(source, $"t{i}");
        }

        await Assert.CatchAsync<AuthorizationException>(() => FindAsync(source, "t200"));
        await FindAsync(source, "t199");
        await FindAsync(source, "t200");

        static string Connection(int number) => $"AuthProfiles:Profiles:orders:Connections:t{number}:";
    }

    private static Task<ConnectionTarget> FindAsync(CredentialSource source, string tenant) =>
        Task.Run(async () => await source.GetTargetAsync(ConnectionName.Create("orders", tenant, user: null), CancellationToken.None));

    private static CredentialSource SourceOf(params (string Key, string Value)[] settings)
    {
        var profile = new ClientCredentialsProfile("orders", new() { BaseUrl = "https://{tenant}.orders.example/", TokenUrl = "https://login.orders.example/token" });
        var configuration = Configured.By(settings.Select(static pair => (pair.Key, (string?)pair.Value)));
        return new(profile, new(static () => throw new InvalidOperationException(), TimeProvider.System, new InMemoryConnectionStore(), configuration));
    }
}
