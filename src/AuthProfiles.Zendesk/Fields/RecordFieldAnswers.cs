using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>The address and the readers of the fields of one kind of record.</summary>
/// <param name="name">What the answer calls one of them, such as <c>user_field</c>.</param>
internal sealed class RecordFieldAnswers(string name)
{
    public static readonly RecordFieldAnswers OfUsers = new("user_field");
    public static readonly RecordFieldAnswers OfOrganizations = new("organization_field");

    public ApiPath Root { get; } = ApiPath.Of(name + "s");

    public ReadValue<RecordField> One { get; } = Answer.Of<RecordField>(name, RecordFieldReader.Read);

    public PageReader<RecordField> Pages { get; } = new(name + "s", RecordFieldReader.Read);
}
