using System.Diagnostics;
using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>One attempt of a token request: a copy of its parameters, to which the client's authentication is added.</summary>
/// <remarks>It holds secrets and prints none. Nothing that is written here shows in the request, so another attempt begins anew.</remarks>
/// <param name="parameters">The grant's parameters.</param>
/// <param name="client">Who asks.</param>
/// <param name="address">The endpoint.</param>
/// <param name="now">The time.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class TokenAttempt(IReadOnlyList<KeyValuePair<string, string>> parameters, ClientIdentity client, Uri address, DateTimeOffset now)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ParameterList _parameters = new(parameters);

    public ClientIdentity Client => client;

    public Uri Address => address;

    public DateTimeOffset Now => now;

    /// <summary>Gets whom an assertion is for.</summary>
    public string Audience { get; init; } = address.AbsoluteUri;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters.Items;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>Gets what it carries, or is signed with, that must never be shown, also as a form has it: text of an answer that repeats any of it is not quoted.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IEnumerable<SecretValue> Secrets => TokenParameters.SecretsAmong(_parameters.Items)
        .Concat(new[] { client.Secret, SecretValue.FromString(Authorization?.Parameter) }.OfType<SecretValue>())
        .SelectMany(static secret => new[] { secret, new SecretValue(FormText.Encode(secret.Reveal())) });

    /// <inheritdoc cref="ParameterList.Add"/>
    public void Add(string name, string? value) => _parameters.Add(name, value);

    /// <inheritdoc/>
    public override string ToString() => _parameters.ToString();
}
