using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Reads who calls. Zendesk answers callers whose credential it does not take too: as a user without an id.</summary>
internal static class CurrentUserReader
{
    public static readonly ReadValue<User> One = Answer.Of<User>("user", Read);

    private static User? Read(ref JsonSource json) => !json.BeginsObject() ? null : UserReader.ReadMembers(ref json) ?? throw new ZendeskException(
        ZendeskErrorKind.Unauthorized,
        "Zendesk answered as to an anonymous caller: it did not take the credential. Check that the account's settings open the API to credentials of this kind.");
}
