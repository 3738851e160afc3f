using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>The addresses and the readers that the operations on users share.</summary>
internal static class UserAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("users");

    public static readonly ReadValue<User> One = Answer.Of<User>("user", UserReader.Read);
    public static readonly ReadValue<IReadOnlyList<User>> Many = Answer.ListOf<User>("users", UserReader.Read);
    public static readonly PageReader<User> Pages = new("users", UserReader.Read);
    public static readonly SideloadReader<User> Sideloaded = new("user", UserReader.Read);
}
