namespace AuthProfiles;

/// <summary>Says what happens when a request already carries another value in the place of a credential. An equal value is always left.</summary>
public enum ConflictRule
{
    /// <summary>The request is refused with an <see cref="AuthorizationException"/>. This is the default.</summary>
    Refuse,

    /// <summary>The credential takes the place of the caller's value; afterwards the caller's value is back.</summary>
    Replace,

    /// <summary>The caller's value stays and the credential is left out of this place.</summary>
    Keep,
}
