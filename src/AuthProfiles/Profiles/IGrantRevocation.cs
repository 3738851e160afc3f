namespace AuthProfiles.Profiles;

/// <summary>A profile that can tell its provider that a grant is no longer used.</summary>
internal interface IGrantRevocation
{
    /// <summary>Revokes a grant (RFC 7009).</summary>
    /// <param name="request">Whose connection, with the grant that is to be revoked.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>True where the provider has revoked it.</returns>
    ValueTask<bool> RevokeAsync(CredentialRequest request, CancellationToken cancellationToken);
}
