using System.Text.Json;

namespace AuthProfiles.Injection;

/// <summary>One pass over a JSON object that finds where values go, and checks on the way that the text is JSON and says everything once.</summary>
internal ref struct JsonScan
{
    // The platform's default of 64 is for what strangers send; this is the caller's own body.
    private const int MaxDepth = 1024;

    private readonly InjectionRules _rules;
    private readonly Span<bool> _met;
    private Utf8JsonReader _reader;
    private SpliceOrder _edits;

    private JsonScan(ReadOnlySpan<byte> body, Span<bool> met, InjectionRules rules)
    {
        _met = met;
        _rules = rules;
        _reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Returns the edits that put the values in, or null if they are all there.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static Splice? Find(ReadOnlySpan<byte> body, JsonPlan plan, InjectionRules rules)
    {
        var root = plan.Root(rules);
        var scan = new JsonScan(body, plan.Count <= 64 ? stackalloc bool[plan.Count] : new bool[plan.Count], rules);
        scan._reader.Read();
        if (scan._reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refusal.Because(rules, root.AnyField, "the body is JSON but no object", "Send a JSON object, or send the credential in a header.");
        }

        if (root.IsSurelyAbsentFrom(body))
        {
            scan.PassOver(root);
        }
        else
        {
            scan.VisitObject(root);
            scan._reader.Read();
        }

        return scan._edits.First;
    }

    private void VisitObject(JsonTarget target)
    {
        var inside = (int)_reader.BytesConsumed;
        var empty = true;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            empty = false;
            var child = Match(target);
            _reader.Read();
            if (child is null)
            {
                Skip();
            }
            else
            {
                Visit(child);
            }
        }

        AddMissing(target, inside, empty);
    }

    // Nothing is there to be met, so only whether it is JSON is asked: looking at each member and its depth takes a fifth longer.
    private void PassOver(JsonTarget root)
    {
        var inside = (int)_reader.BytesConsumed;
        var reader = _reader;
        reader.Read();
        var empty = reader.TokenType == JsonTokenType.EndObject;
        while (reader.Read())
        {
        }

        AddMissing(root, inside, empty);
    }

    // New members go first, where no comma and no white space of the caller's is in the way.
    private void AddMissing(JsonTarget target, int inside, bool empty)
    {
        var missing = 0;
        foreach (var child in target.Children)
        {
            missing += _met[child.Id] ? 0 : 1;
        }

        foreach (var child in target.Children)
        {
            if (!_met[child.Id])
            {
                missing--;
                _edits.Add(new(inside, 0, empty && missing == 0 ? child.Member[..^1] : child.Member));
            }
        }
    }

    private void VisitArray(JsonTarget target)
    {
        for (var index = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; index++)
        {
            JsonTarget? element = null;
            foreach (var child in target.Children)
            {
                element = child.Index == index ? child : element;
            }

            if (element is null)
            {
                Skip();
            }
            else
            {
                Visit(element);
            }
        }

        foreach (var child in target.Children)
        {
            if (!_met[child.Id])
            {
                throw Refusal.Because(_rules, child.AnyField, "there is an array on its way, without that index", "Name an element that is there.");
            }
        }
    }

    private readonly JsonTarget? Match(JsonTarget target)
    {
        foreach (var child in target.Children)
        {
            if (_reader.ValueTextEquals(child.Name))
            {
                return child;
            }
        }

        return null;
    }

    // The reader stands on the first token of the value.
    private void Visit(JsonTarget target)
    {
        if (_met[target.Id])
        {
            throw Refusal.Because(_rules, target.AnyField, "the body has that member, or one above it, more than once", "Send it once: readers differ in which of them they take.");
        }

        _met[target.Id] = true;
        if (target.Field is { } field)
        {
            Settle(target, field);
            return;
        }

        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                VisitObject(target);
                break;
            case JsonTokenType.StartArray:
                VisitArray(target);
                break;
            default:
                throw Refusal.Because(_rules, target.AnyField, "a member above it is neither object nor array", "Send an object there, or leave it out and it is made.");
        }
    }

    private void Settle(JsonTarget target, CredentialField field)
    {
        var start = (int)_reader.TokenStartIndex;
        if (IsEqual(target, field))
        {
            return;
        }

        Skip();
        if (Refusal.Replaces(_rules, field))
        {
            _edits.Add(new(start, (int)_reader.BytesConsumed - start, target.Value));
        }
    }

    // The reader's own Skip asks for the depth at every token, and takes a tenth longer.
    private void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        do
        {
            _reader.Read();
        }
        while (_reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) || _reader.CurrentDepth != depth);
    }

    private readonly bool IsEqual(JsonTarget target, CredentialField field) => (field.ValueType, _reader.TokenType) switch
    {
        (PayloadValueType.Text, JsonTokenType.String) => _reader.ValueTextEquals(field.Value.Reveal()),
        (PayloadValueType.Boolean, JsonTokenType.True or JsonTokenType.False) or (PayloadValueType.Number, JsonTokenType.Number) =>
            _reader.ValueSpan.SequenceEqual(target.Value.Span),
        _ => false,
    };
}
