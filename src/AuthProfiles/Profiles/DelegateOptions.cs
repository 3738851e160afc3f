namespace AuthProfiles;

/// <summary>What a Delegate profile can be told.</summary>
public sealed class DelegateOptions : ProfileOptions
{
    /// <summary>Gets or sets the function that makes a credential, such as <see cref="Credential.Bearer"/> of another library's token.</summary>
    /// <value>Required. It is called when a credential is needed, once for all callers that wait for it; it must be thread-safe.</value>
    public Func<CredentialRequest, CancellationToken, ValueTask<Credential>>? Acquire { get; set; }

    /// <summary>Gets or sets a value indicating whether the credential has a field in the query or the path, where the platform's traces would show it: then they are switched off for the client.</summary>
    /// <value>The default is false: such a field is refused.</value>
    public bool ShowsInAddress { get; set; }
}
