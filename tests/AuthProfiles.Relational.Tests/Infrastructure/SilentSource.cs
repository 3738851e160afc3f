using System.Data.Common;

namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>A data source of a driver that never answers and looks at no token.</summary>
internal sealed class SilentSource : DbDataSource
{
    public override string ConnectionString => string.Empty;

    protected override DbConnection CreateDbConnection() => throw new InvalidOperationException("It is opened at once.");

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await new TaskCompletionSource<DbConnection>().Task;
}
