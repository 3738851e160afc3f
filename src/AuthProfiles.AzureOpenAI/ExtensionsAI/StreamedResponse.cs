using System.Diagnostics.CodeAnalysis;
using System.Text;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.Streaming;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns the updates of one stream into those of a response, all with one id.</summary>
/// <remarks>Not thread-safe. What comes before the answer, and often before its id, waits for it; it is little.</remarks>
/// <param name="audioFormat">How a spoken answer was asked for, or null.</param>
internal sealed class StreamedResponse(string? audioFormat)
{
    private const int MostHeld = 16;

    private readonly Queue<ChatResponseUpdate> _ready = new();
    private readonly SortedDictionary<int, ToolCallBuilder> _calls = [];
    private StringBuilder? _refusal;
    private ContentFilterResults? _filter;
    private ChatUpdate? _usage;
    private ChatUpdate _last;
    private string? _id;
    private bool _isOpen;

    /// <summary>Takes the next update. Only the first answer counts: several are never asked for.</summary>
    public void Add(in ChatUpdate update)
    {
        _last = update;
        _usage = update.Usage is null ? _usage : update;
        var contents = update.ChoiceIndex == 0 ? ContentsOf(update) : null;
        if (SaysMore(update))
        {
            Enqueue(update, contents, update);
        }
        else if (contents is not null || update.FinishReason.Value is not null)
        {
            Enqueue(update, contents);
        }

        if (update.Id.Length > 0 || contents is not null || _ready.Count > MostHeld)
        {
            Open(update.Id);
        }
    }

    /// <summary>Gives out what the stream ends with, the usage last.</summary>
    public void Complete()
    {
        // No reason to stop comes twice.
        var end = _last with { FinishReason = default };
        List<AIContent>? contents = null;
        if (TryFinish(ref contents))
        {
            Enqueue(end, contents);
        }

        if (_usage is { } usage)
        {
            Enqueue(end, [new UsageContent(UsageMapper.ToDetails(usage.Usage)!)], usage);
        }

        Open(_last.Id);
    }

    public bool TryTake([NotNullWhen(true)] out ChatResponseUpdate? update)
    {
        update = null;
        return _isOpen && _ready.TryDequeue(out update);
    }

    private List<AIContent>? ContentsOf(in ChatUpdate update)
    {
        if (update.ToolCall is { } call)
        {
            Keep(call);
        }

        List<AIContent>? contents = null;
        if (update.Details is null)
        {
            contents = string.IsNullOrEmpty(update.Text) ? null : [new TextContent(update.Text)];
        }
        else
        {
            _refusal = update.Refusal is null ? _refusal : (_refusal ?? new()).Append(update.Refusal);
            AddRare(update, ref contents);
        }

        if (update.FinishReason.Value is not null)
        {
            TryFinish(ref contents);
        }

        return contents;
    }

    private void AddRare(in ChatUpdate update, ref List<AIContent>? contents)
    {
        if (!string.IsNullOrEmpty(update.ReasoningContent))
        {
            (contents ??= []).Add(new TextReasoningContent(update.ReasoningContent));
        }

        var annotations = CitationMapper.ToAnnotations(update.Annotations, update.Context);
        if (annotations is not null || !string.IsNullOrEmpty(update.Text))
        {
            (contents ??= []).Add(new TextContent(update.Text) { Annotations = annotations });
        }

        if (update.Audio is { Bytes.IsEmpty: false } audio)
        {
            (contents ??= []).Add(new DataContent(audio.Bytes, ContentPartMapper.MediaTypeOf(audioFormat)) { RawRepresentation = audio });
        }
    }

    private void Keep(in ChatToolCallUpdate piece)
    {
        if (!_calls.TryGetValue(piece.Index, out var call))
        {
            _calls.Add(piece.Index, call = new());
        }

        call.Add(piece);
    }

    // A refusal and calls are of use only as a whole.
    private bool TryFinish(ref List<AIContent>? contents)
    {
        if (_refusal is not null)
        {
            (contents ??= []).Add(ResponseMapper.Refusal(_refusal.ToString()));
            _refusal = null;
        }

        foreach (var call in _calls.Values.Select(static call => call.Build()).Where(static call => call.Name.Length > 0))
        {
            (contents ??= []).Add(FunctionMapper.ToContent(call));
        }

        _calls.Clear();
        return contents is not null;
    }

    // The results of the filters are mostly those of the chunk before; most updates have no details at all.
    private bool SaysMore(in ChatUpdate update)
    {
        var isNew = update.ContentFilter is { IsEmpty: false } && update.ContentFilter != _filter;
        _filter = isNew ? update.ContentFilter : _filter;
        return isNew || (update.Details is { } details
            && details with { ToolCallId = null, ToolType = null, ToolName = null, Refusal = null, Usage = null } != ChatUpdateDetails.None);
    }

    private void Enqueue(in ChatUpdate update, List<AIContent>? contents, object? raw = null) => _ready.Enqueue(new(ChatRole.Assistant, contents)
    {
        ResponseId = _id,
        MessageId = _id,
        ModelId = ResponseMapper.NullIfEmpty(update.Model),
        CreatedAt = update.CreatedAt,
        FinishReason = update.ChoiceIndex == 0 ? ResponseMapper.ReasonOf(update.FinishReason) : null,
        RawRepresentation = raw,
    });

    private void Open(string id)
    {
        if (_isOpen)
        {
            return;
        }

        _isOpen = true;
        _id = ResponseMapper.NullIfEmpty(id);
        foreach (var update in _ready)
        {
            (update.ResponseId, update.MessageId) = (_id, _id);
            update.ModelId ??= ResponseMapper.NullIfEmpty(_last.Model);
            update.CreatedAt ??= _last.CreatedAt;
        }
    }
}
