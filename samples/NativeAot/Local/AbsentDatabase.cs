using System.Data.Common;

namespace NativeAot.Local;

/// <summary>A data source whose server can't be reached.</summary>
internal sealed class AbsentDatabase : DbDataSource
{
    public override string ConnectionString => string.Empty;

    protected override DbConnection CreateDbConnection() => throw new UnreachableServerException();
}
