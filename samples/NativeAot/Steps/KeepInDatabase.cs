using System.Data.Common;
using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;
using NativeAot.Local;

namespace NativeAot.Steps;

/// <summary>Connections kept in PostgreSQL, by a driver that finds none: what is shown is how that is told.</summary>
internal sealed class KeepInDatabase : IStep
{
    public string Package => "AuthProfiles.Relational";

    public async Task<string> RunAsync(HelpDesk desk)
    {
        var ring = new ConnectionKeyRing("sample", new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["sample"] = ConnectionKeyRing.CreateKey() });
        var services = new ServiceCollection();
        services.AddSingleton<DbDataSource, AbsentDatabase>();
        services.AddAuthProfiles().PersistConnectionsToDatabase().ProtectConnectionsWithKeyRing(ring);
        await using var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<IConnectionStore>().ReadAsync(new("zendesk-users", HelpDesk.Tenant, HelpDesk.User));
            return "a database that is not there was read.";
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.StoreFailure)
        {
            return $"without a database the error is {error.Kind}, and no connection counts as absent.";
        }
    }
}
