using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AuthProfiles.Templates;

/// <summary>An address with placeholders: <c>{tenant}</c> and what a profile declares beside it, <c>{{field}}</c> for inputs of a connection.</summary>
/// <remarks>
/// <para>
/// Each value is checked and escaped for its position, so that it can't change the host, add a path segment or add a parameter; literal text
/// survives byte for byte. A value is text and never a template itself. An empty value counts as absent. Lengths are limited to 3,000 UTF-16
/// characters, before and after expansion.
/// </para>
/// <para>Immutable for its callers and thread-safe.</para>
/// </remarks>
public sealed class UrlTemplate
{
    private readonly TemplateBody _body;
    private readonly UrlLayout _layout;
    private UriCache? _cache;
    private Uri? _placeholder;

    private UrlTemplate(TemplateBody body, UrlLayout layout)
    {
        _body = body;
        _layout = layout;
    }

    /// <summary>Gets the template as it was given.</summary>
    public string Text => _body.Text;

    /// <summary>Gets the names of the placeholders, each once, in the order of their first appearance.</summary>
    public ImmutableArray<TemplateName> Names => ImmutableCollectionsMarshal.AsImmutableArray(_body.Slots);

    /// <summary>Gets a value indicating whether a single-brace name occurs, so that the address depends on the tenant.</summary>
    public bool HasTenant => _body.HasTenant;

    /// <summary>Gets an address that stands for this one until its values are known: <c>https://tenant-missing.invalid/</c> with its path, whose segments with a placeholder are <c>tenant-missing</c>, or null where there is no placeholder.</summary>
    /// <remarks>A value of several segments stands in the place of one.</remarks>
    public Uri? Placeholder => _body.Slots.Length == 0 ? null : _placeholder ??= PlaceholderAddress.Of(_body, _layout);

    /// <summary>Reads a template.</summary>
    /// <param name="text">An https address, or http to loopback, at most 3,000 characters.</param>
    /// <param name="names">The names that may occur, and whose template it is.</param>
    /// <returns>The template.</returns>
    /// <exception cref="AuthorizationException">The template is wrong (<see cref="AuthorizationErrorKind.Configuration"/>): the message says where and how to mend it.</exception>
    public static UrlTemplate Parse(string? text, TemplateNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var (body, layout) = UrlTemplateParser.Parse(text, names);
        return new(body, layout);
    }

    /// <summary>Puts values in place of the placeholders.</summary>
    /// <param name="values">One value for each of <see cref="Names"/>, in their order.</param>
    /// <returns>The address; nothing else is allocated.</returns>
    /// <exception cref="AuthorizationException">A value is absent or not fit for its position (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    /// <exception cref="ArgumentException">There are more or fewer values than names.</exception>
    public string Expand(ReadOnlySpan<string?> values) => _body.Expand(values);

    /// <summary>Puts values in place of the placeholders.</summary>
    /// <param name="find">Gives the value of a name, or null where there is none. Called once for each name.</param>
    /// <returns>The address.</returns>
    /// <exception cref="AuthorizationException">A value is absent or not fit for its position (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    public string Expand(Func<TemplateName, string?> find) => _body.Expand(_body.Find(find));

    /// <summary>Puts values in place of the placeholders and reads the address, and keeps it: values that come again get the same <see cref="Uri"/> and allocate nothing.</summary>
    /// <param name="values">One value for each of <see cref="Names"/>, in their order.</param>
    /// <returns>The address, whose scheme, host and port are those of the template. At most 1,024 are kept.</returns>
    /// <exception cref="AuthorizationException">A value is absent or not fit for its position (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    /// <exception cref="ArgumentException">There are more or fewer values than names.</exception>
    public Uri GetUri(ReadOnlySpan<string?> values)
    {
        _body.CheckCount(values);
        var cache = _cache ?? Interlocked.CompareExchange(ref _cache, new(), null) ?? _cache;
        var hash = UriCache.HashOf(values);
        return cache.Find(values, hash) ?? cache.Add(values, hash, Read(values));
    }

    /// <summary>Puts values in place of the placeholders and reads the address, and keeps it.</summary>
    /// <param name="find">Gives the value of a name, or null where there is none. Called once for each name.</param>
    /// <returns>The address, whose scheme, host and port are those of the template.</returns>
    /// <exception cref="AuthorizationException">A value is absent or not fit for its position (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    public Uri GetUri(Func<TemplateName, string?> find) => GetUri(_body.Find(find));

    /// <summary>Returns the template as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    private Uri Read(ReadOnlySpan<string?> values)
    {
        var text = _body.Expand(values);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && UrlPromise.Holds(text, uri) ? uri : throw _body.Owner.HostMoved();
    }
}
