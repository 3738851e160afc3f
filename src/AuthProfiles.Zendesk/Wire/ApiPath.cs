using System.Globalization;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The address of an operation below the account's, put together from parts that can't leave their place. Immutable.</summary>
internal readonly struct ApiPath
{
    /// <summary>How many ids an address takes.</summary>
    public const int MostIds = 100;

    private readonly string _text;

    private ApiPath(string text) => _text = text;

    /// <summary>Begins at a resource of ours, such as <c>tickets/count</c>.</summary>
    public static ApiPath Of(string resource) => new($"api/v2/{resource}");

    /// <summary>Goes on to a part of ours, such as <c>comments</c>.</summary>
    public ApiPath Then(string segment) => new($"{_text}/{segment}");

    /// <summary>Goes on to the record with that id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No record has such an id.</exception>
    public ApiPath Then(long id)
    {
        CheckId(id, nameof(id));
        return new(string.Create(CultureInfo.InvariantCulture, $"{_text}/{id}"));
    }

    /// <summary>Goes on to a record whose id is a text that came from outside.</summary>
    /// <exception cref="ArgumentException">It would be another address.</exception>
    public ApiPath ThenKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key is "." or ".." ? throw new ArgumentException("An id is no dot.", nameof(key)) : new($"{_text}/{Uri.EscapeDataString(key)}");
    }

    /// <summary>Adds a parameter, escaped; null adds none.</summary>
    public ApiPath With(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        var separator = _text.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new($"{_text}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
    }

    /// <summary>Adds a number as a parameter.</summary>
    public ApiPath With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an id as a parameter; null adds none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No record has such an id.</exception>
    public ApiPath WithId(string name, long? id)
    {
        if (id is not { } known)
        {
            return this;
        }

        CheckId(known, nameof(id));
        return With(name, known);
    }

    /// <summary>Adds a truth value as a parameter; null adds none.</summary>
    public ApiPath With(string name, bool? value) => With(name, value is { } flag ? (flag ? "true" : "false") : null);

    /// <summary>Adds ids as the parameter <c>ids</c>.</summary>
    /// <exception cref="ArgumentException">They are none, or more than one request takes.</exception>
    public ApiPath WithIds(IReadOnlyCollection<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count is 0 or > MostIds)
        {
            throw new ArgumentException($"Give 1 to {MostIds} ids.", nameof(ids));
        }

        foreach (var id in ids)
        {
            CheckId(id, nameof(ids));
        }

        return With("ids", string.Join(',', ids.Select(static id => id.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Adds ids that are texts from outside.</summary>
    /// <exception cref="ArgumentException">They are none, or more than one request takes, or one is empty or two in one.</exception>
    public ApiPath WithKeys(string name, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count is 0 or > MostIds || keys.Any(static key => string.IsNullOrWhiteSpace(key) || key.Contains(','))
            ? throw new ArgumentException($"Give 1 to {MostIds} ids, none empty and none with a comma.", nameof(keys))
            : With(name, string.Join(',', keys));
    }

    public override string ToString() => _text;

    private static void CheckId(long id, string parameter)
    {
        if (id <= 0)
        {
            throw new ArgumentOutOfRangeException(parameter, id, "An id of Zendesk is a positive number.");
        }
    }
}
