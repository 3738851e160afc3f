using System.Data.Common;

namespace AuthProfiles.Relational.Sql;

/// <summary>Makes commands of the dialect's texts.</summary>
internal static class Commands
{
    /// <summary>Makes a command whose values are parameters, always.</summary>
    public static DbCommand Command(this DbConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the constants of PostgreSql; no value is ever part of one.
        command.CommandText = text;
#pragma warning restore CA2100
        command.CommandTimeout = (int)BoundedDatabase.Limit.TotalSeconds;
        foreach (var (name, value) in values)
        {
            command.Add(name, value);
        }

        return command;
    }

    /// <summary>Makes a command about one connection. No tenant and no user are empty texts, which no name can be.</summary>
    public static DbCommand Command(this DbConnection connection, string text, ConnectionKey key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.Command(text, values);
        command.Add("profile", key.Profile);
        command.Add("tenant", key.Tenant ?? string.Empty);
        command.Add("user", key.User ?? string.Empty);
        return command;
    }

    private static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
