using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Groups;

/// <summary>The addresses and the readers that the operations on groups share.</summary>
internal static class GroupAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("groups");

    public static readonly ReadValue<Group> One = Answer.Of<Group>("group", GroupReader.Read);
    public static readonly PageReader<Group> Pages = new("groups", GroupReader.Read);
    public static readonly SideloadReader<Group> Sideloaded = new("group", GroupReader.Read);
}
