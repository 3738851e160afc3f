using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>Knows the ways to write token requests. Those without a provider's own names and headers are shared.</summary>
internal static class TokenRequestBodies
{
    private static readonly FormTokenRequestBody Form = new();
    private static readonly JsonTokenRequestBody Json = new();
    private static readonly QueryTokenRequestBody Query = new();
    private static readonly SecretlessTokenRequestBody SecretlessQuery = new(Query);

    /// <summary>Returns the way for a format.</summary>
    /// <param name="format">The format; one that is none of the enumeration is taken for a form.</param>
    /// <param name="names">The provider's names of parameters, by the standard's; <see cref="TokenParameters.NamesCure"/> has no word against them.</param>
    /// <param name="headers">Further headers; <see cref="TokenParameters.HeaderCure"/> has no word against them.</param>
    public static ITokenRequestBody Of(BodyFormat format, ImmutableDictionary<string, string>? names = null, ImmutableDictionary<string, string>? headers = null)
    {
        var body = format switch
        {
            BodyFormat.Json => Renamed(Json, names),

            // The check is outermost, so that it sees the standard's names: a secret by another name is one too.
            BodyFormat.Query when names is { IsEmpty: false } => new SecretlessTokenRequestBody(Renamed(Query, names)),
            BodyFormat.Query => SecretlessQuery,
            BodyFormat.QueryWithSecret => Renamed(Query, names),
            _ => Renamed(Form, names),
        };
        return headers is { IsEmpty: false } ? new HeadedTokenRequestBody(headers, body) : body;
    }

    private static ITokenRequestBody Renamed(ITokenRequestBody body, ImmutableDictionary<string, string>? names) =>
        names is { IsEmpty: false } ? new RenamedTokenRequestBody(names, body) : body;
}
