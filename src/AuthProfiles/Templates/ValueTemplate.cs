using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AuthProfiles.Templates;

/// <summary>The template of an authorization field's or a token parameter's value, in the same syntax as addresses.</summary>
/// <remarks>
/// Values are checked for their place and not escaped: the injector that writes them escapes, once.
/// An empty value counts as absent. Immutable and thread-safe.
/// </remarks>
internal sealed class ValueTemplate
{
    private readonly TemplateBody _body;

    private ValueTemplate(TemplateBody body) => _body = body;

    /// <summary>Gets the names of the placeholders, each once, in the order of their first appearance.</summary>
    public ImmutableArray<TemplateName> Names => ImmutableCollectionsMarshal.AsImmutableArray(_body.Slots);

    /// <summary>Reads a template for one of the places that an injector or the token client writes.</summary>
    /// <exception cref="AuthorizationException">The template is wrong (<see cref="AuthorizationErrorKind.Configuration"/>).</exception>
    public static ValueTemplate Parse(string? text, TemplatePosition position, TemplateNames names)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw names.Wrong("is missing. Give a value.");
        }

        if (text.Length > TemplateLimits.Value)
        {
            throw names.Wrong($"is longer than {TemplateLimits.Value} characters. Give a shorter value.");
        }

        var place = FieldPlaces.Of(position);
        if (place.FaultOf(text) is { } fault)
        {
            throw names.Wrong($"can't be sent: {fault}. Give {place.Expected}.");
        }

        var tokens = TemplateSyntax.Read(text, names);
        var slots = TemplateSyntax.NamesOf(tokens);
        return new(new(text, slots, TemplateSyntax.PartsOf(text, tokens, slots, _ => place), names.WithoutNames(), TemplateLimits.Value));
    }

    /// <summary>Puts values in place of the placeholders, one for each of <see cref="Names"/>.</summary>
    /// <exception cref="AuthorizationException">A value is absent or not fit for its place (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    public string Expand(ReadOnlySpan<string?> values) => _body.Expand(values);
}
