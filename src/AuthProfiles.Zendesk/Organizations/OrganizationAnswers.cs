using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Organizations;

/// <summary>The addresses and the readers that the operations on organizations share.</summary>
internal static class OrganizationAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("organizations");

    public static readonly ReadValue<Organization> One = Answer.Of<Organization>("organization", OrganizationReader.Read);
    public static readonly ReadValue<IReadOnlyList<Organization>> Many = Answer.ListOf<Organization>("organizations", OrganizationReader.Read);
    public static readonly PageReader<Organization> Pages = new("organizations", OrganizationReader.Read);
    public static readonly SideloadReader<Organization> Sideloaded = new("organization", OrganizationReader.Read);
}
