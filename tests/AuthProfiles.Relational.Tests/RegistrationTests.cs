using System.Data.Common;
using AuthProfiles.Relational.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AuthProfiles.Relational.Tests;

public sealed class RegistrationTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Password=canary";

    [Test]
    public async Task The_registered_data_source_is_taken()
    {
        await using var services = Services().AddSingleton<DbDataSource>(NpgsqlDataSource.Create(Nowhere)).BuildServiceProvider();
        Start(services);
        Assert.That(services.GetRequiredService<IConnectionStore>(), Is.TypeOf<RelationalConnectionStore>());
        Assert.That(services.GetRequiredService<IAuthorizationStateStore>(), Is.TypeOf<RelationalAuthorizationStateStore>());
    }

    [Test]
    public async Task A_data_source_of_the_callers_choice_is_taken_before_the_registered_one()
    {
        var services = new ServiceCollection().AddSingleton<IConnectionProtector>(new TestProtector());
        await using var chosen = NpgsqlDataSource.Create(Nowhere);
        var asked = 0;
        services.AddAuthProfiles().PersistConnectionsToDatabase(_ =>
        {
            asked++;
            return chosen;
        });
        await using var provider = services.AddSingleton<DbDataSource>(_ => throw new InvalidOperationException("not asked")).BuildServiceProvider();
        Start(provider);
        Assert.That(provider.GetRequiredService<IConnectionStore>(), Is.TypeOf<RelationalConnectionStore>());
        Assert.That(provider.GetRequiredService<IAuthorizationStateStore>(), Is.TypeOf<RelationalAuthorizationStateStore>());
        Assert.That(asked, Is.EqualTo(1));
    }

    [Test]
    public void Without_a_data_source_the_program_does_not_start()
    {
        using var services = Services().BuildServiceProvider();
        var error = Assert.Throws<AuthorizationException>(() => Start(services));
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(error.Message, Does.Contain("AddNpgsqlDataSource"));
    }

    [Test]
    public void Without_a_protector_the_program_does_not_start()
    {
        var services = new ServiceCollection().AddSingleton<DbDataSource>(static _ => NpgsqlDataSource.Create(Nowhere));
        services.AddAuthProfiles().PersistConnectionsToDatabase();
        using var provider = services.BuildServiceProvider();
        Assert.That(() => Start(provider), Throws.TypeOf<AuthorizationException>().With.Message.Contains("IConnectionProtector"));
    }

    private static IServiceCollection Services()
    {
        var services = new ServiceCollection().AddSingleton<IConnectionProtector>(new TestProtector());
        services.AddAuthProfiles().PersistConnectionsToDatabase();
        return services;
    }

    private static void Start(IServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();
}
