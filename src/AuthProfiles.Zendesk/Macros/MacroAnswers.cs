using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>The addresses and the readers that the operations on macros share.</summary>
internal static class MacroAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("macros");

    public static readonly ReadValue<Macro> One = Answer.Of<Macro>("macro", MacroReader.Read);
    public static readonly ReadValue<IReadOnlyList<Macro>> Many = Answer.ListOf<Macro>("macros", MacroReader.Read);
    public static readonly PageReader<Macro> Pages = new("macros", MacroReader.Read);
    public static readonly ReadValue<MacroPreview> Preview = Answer.Of<MacroPreview>("result", MacroPreviewReader.Read);
    public static readonly ReadValue<IReadOnlyList<string>> Categories = Answer.ListOf<string>("categories", static (ref json) => json.Text());
    public static readonly ReadValue<IReadOnlyList<MacroActionDefinition>> Actions = Answer.ListOf<MacroActionDefinition>("actions", MacroActionDefinitionReader.Read);
    public static readonly ReadValue<IReadOnlyList<MacroActionDefinition>> Definitions = Answer.Of<IReadOnlyList<MacroActionDefinition>>("definitions", static (ref json) => Actions(ref json));
    public static readonly ReadValue<IReadOnlyList<MacroAttachment>> Files = Answer.ListOf<MacroAttachment>("macro_attachments", MacroAttachmentReader.Read);
    public static readonly ReadValue<MacroAttachment> File = Answer.Of<MacroAttachment>("macro_attachment", MacroAttachmentReader.Read);
}
