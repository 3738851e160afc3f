namespace AuthProfiles.Profiles;

/// <summary>A profile, or the consent of one, that can tell its provider that a grant is no longer used.</summary>
internal interface IGrantRevocation
{
    /// <summary>Returns who revokes a profile's grants, or null. A profile that stands around another one passes on the other's consent, and with it this.</summary>
    static IGrantRevocation? Of(IAuthorizationProfile profile) => profile as IGrantRevocation ?? profile.Consent as IGrantRevocation;

    /// <summary>Revokes a grant (RFC 7009).</summary>
    /// <param name="request">Whose connection, with the grant that is to be revoked.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>True where the provider has revoked it.</returns>
    ValueTask<bool> RevokeAsync(CredentialRequest request, CancellationToken cancellationToken);
}
