using System.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>What is asked of a token endpoint, and by whom: the grant's parameters in order, without the client's own.</summary>
/// <remarks>It holds secrets and prints none. Filled by one thread, then only read: each attempt has a copy (<see cref="TokenAttempt"/>).</remarks>
/// <param name="client">Who asks.</param>
/// <param name="secondary">Who asks where the endpoint refuses that client: the same one with the secret or key that it has besides, or null.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class TokenRequest(ClientIdentity client, ClientIdentity? secondary = null)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ParameterList _parameters = new();

    public ClientIdentity Client => client;

    public ClientIdentity? Secondary => secondary;

    /// <summary>Gets a value indicating whether it is one of many questions: whoever asks them keeps the pace, so each is sent once.</summary>
    public bool IsPoll { get; init; }

    /// <summary>Gets whom the client's assertion is for, or null: the address that it is sent to.</summary>
    public string? Audience { get; init; }

    /// <inheritdoc cref="GrantRequest.Assertion"/>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Func<ClientIdentity, DateTimeOffset, string>? Assertion { get; init; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters.Items;

    /// <inheritdoc cref="ParameterList.Add"/>
    public void Add(string name, string? value) => _parameters.Add(name, value);

    /// <inheritdoc/>
    public override string ToString() => _parameters.ToString();
}
