using System.Buffers;
using System.Text.Json;
using AuthProfiles.Templates;

namespace AuthProfiles.Consent;

/// <summary>Writes a consent that has begun as JSON, in the clear but for its state: only a sealer may have it.</summary>
internal static class PendingWriter
{
    /// <summary>Returns the consent's JSON.</summary>
    /// <exception cref="AuthorizationException">A value is not Unicode: it would not come back as it is.</exception>
    public static ReadOnlySpan<byte> Write(PendingAuthorization pending)
    {
        if (pending.Inputs.Values.Select(static input => input.Reveal()).Append(pending.Context).Any(static text => Surrogates.HasLone(text)))
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.InvalidValue,
                pending.Key.Profile,
                $"{pending.Key}: one of the values can't be kept, because {Surrogates.Fault}. Enter it anew.")
            {
                Tenant = pending.Key.Tenant,
                User = pending.Key.User,
            };
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(PendingJson.Profile, pending.Key.Profile);
            WriteOptional(json, PendingJson.Tenant, pending.Key.Tenant);
            WriteOptional(json, PendingJson.User, pending.Key.User);
            json.WriteString(PendingJson.RedirectUri, pending.RedirectUri);
            json.WriteString(PendingJson.TokenAddress, pending.TokenAddress.OriginalString);
            WriteOptional(json, PendingJson.Verifier, pending.Verifier?.Reveal());
            WriteOptional(json, PendingJson.Nonce, pending.Nonce?.Reveal());
            WriteOptional(json, PendingJson.ClientId, pending.ClientId);
            WriteOptional(json, PendingJson.Issuer, pending.Issuer);
            WriteOptional(json, PendingJson.IssuerForm, pending.IssuerForm);
            json.WriteBoolean(PendingJson.NamesIssuer, pending.NamesIssuer);
            WriteOptional(json, PendingJson.Context, pending.Context);
            json.WriteString(PendingJson.ExpiresAt, pending.ExpiresAt);
            json.WriteBoolean(PendingJson.IsUsed, pending.IsUsed);
            json.WriteStartObject(PendingJson.Inputs);
            foreach (var (key, value) in pending.Inputs)
            {
                json.WriteString(key, value.Reveal());
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
