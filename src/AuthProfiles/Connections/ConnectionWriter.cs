using System.Buffers;
using System.Text.Json;
using AuthProfiles.Templates;

namespace AuthProfiles.Connections;

/// <summary>Writes a connection as JSON, in the clear: only a sealer may have it.</summary>
internal static class ConnectionWriter
{
    /// <summary>Returns the connection's JSON.</summary>
    /// <exception cref="AuthorizationException">A value is not Unicode: it would not come back as it is.</exception>
    public static ReadOnlySpan<byte> Write(Connection connection)
    {
        if (Texts(connection).Any(static text => Surrogates.HasLone(text)))
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.InvalidValue,
                connection.Key.Profile,
                $"{connection.Key}: one of the values can't be kept, because {Surrogates.Fault}. Enter it anew.")
            {
                Tenant = connection.Key.Tenant,
                User = connection.Key.User,
            };
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber(ConnectionJson.Format, ConnectionJson.CurrentFormat);
            json.WriteString(ConnectionJson.State, connection.State.ToString());
            WriteOptional(json, ConnectionJson.App, connection.App?.ToString());
            WriteOptional(json, ConnectionJson.AccountLabel, connection.AccountLabel);
            WriteMap(json, ConnectionJson.Inputs, connection.Inputs.Select(static input => KeyValuePair.Create(input.Key, input.Value.Reveal())));
            if (connection.Grant is { } grant)
            {
                json.WriteStartObject(ConnectionJson.Grant);
                Write(json, grant);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static IEnumerable<string?> Texts(Connection connection)
    {
        var texts = connection.Inputs.SelectMany(static input => new[] { input.Key, input.Value.Reveal() }).Append(connection.AccountLabel);
        return connection.Grant is not { } grant ? texts : texts
            .Concat([grant.AccessToken.Reveal(), grant.RefreshToken?.Reveal(), grant.Scope, grant.Issuer, grant.ClientId])
            .Concat(grant.Outputs.SelectMany(static output => new[] { output.Key, output.Value }));
    }

    private static void Write(Utf8JsonWriter json, Grant grant)
    {
        json.WriteString(ConnectionJson.AccessToken, grant.AccessToken.Reveal());
        WriteOptional(json, ConnectionJson.RefreshToken, grant.RefreshToken?.Reveal());
        json.WriteString(ConnectionJson.ObtainedAt, grant.ObtainedAt);
        WriteOptional(json, ConnectionJson.ExpiresAt, grant.ExpiresAt);
        WriteOptional(json, ConnectionJson.RefreshExpiresAt, grant.RefreshExpiresAt);
        WriteOptional(json, ConnectionJson.Scope, grant.Scope);
        WriteOptional(json, ConnectionJson.Issuer, grant.Issuer);
        WriteOptional(json, ConnectionJson.ClientId, grant.ClientId);
        WriteMap(json, ConnectionJson.Outputs, grant.Outputs);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
