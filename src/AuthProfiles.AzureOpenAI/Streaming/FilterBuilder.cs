using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Chooses which results of the content filters stand for a whole answer: those that withheld something, or else the last that say anything.</summary>
internal sealed class FilterBuilder
{
    private ContentFilterResults? _last;
    private bool _isWithheld;

    public ContentFilterResults? Results { get; private set; }

    public void Add(ContentFilterResults? results)
    {
        // Most updates share their results.
        if (results is null || ReferenceEquals(results, _last) || _isWithheld)
        {
            return;
        }

        _last = results;
        var categories = Categories(results);
        _isWithheld = categories.Any(static category => category.Filtered);
        Results = categories.IsEmpty ? Results ?? results : results;
    }

    private static ImmutableArray<ContentFilterCategory> Categories(ContentFilterResults results)
    {
        try
        {
            return results.ReadCategories();
        }
        catch (JsonException)
        {
            // What can't be read says nothing; whoever asks for it sees that.
            return [];
        }
    }
}
