using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns what an answer rests on into annotations of its text.</summary>
internal static class CitationMapper
{
    /// <summary>Makes the annotations: pages first, then the documents of data sources; null for none.</summary>
    public static IList<AIAnnotation>? ToAnnotations(ImmutableArray<Chat.ChatAnnotation> notes, Chat.ChatMessageContext? context)
    {
        List<AIAnnotation>? annotations = null;
        foreach (var note in notes.IsDefault ? [] : notes)
        {
            (annotations ??= []).Add(new CitationAnnotation
            {
                Title = note.Title,
                Url = UrlOf(note.Url),
                AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = note.StartIndex, EndIndex = note.EndIndex }],
                RawRepresentation = note,
            });
        }

        foreach (var document in context is { Citations.IsDefault: false } ? context.Citations : [])
        {
            (annotations ??= []).Add(new CitationAnnotation { Title = document.Title, Url = UrlOf(document.Url), Snippet = document.Content, RawRepresentation = document });
        }

        return annotations;
    }

    // A data source's address is whatever its index has; the raw representation keeps what is none.
    private static Uri? UrlOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
