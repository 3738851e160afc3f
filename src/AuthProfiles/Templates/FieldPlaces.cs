using System.Collections.Frozen;

namespace AuthProfiles.Templates;

/// <summary>The places that injectors and the token client write, where values are checked and not escaped.</summary>
internal static class FieldPlaces
{
    private static readonly FrozenDictionary<TemplatePosition, Place> Places = new Place[]
    {
        HeaderPlace.Instance,
        new UnescapedPlace(TemplatePosition.JsonString, QueryPlace.Value),
        new UnescapedPlace(TemplatePosition.Form, QueryPlace.Value),
        new UnescapedPlace(TemplatePosition.QueryValue, QueryPlace.Value),
        new UnescapedPlace(TemplatePosition.PathSegment, PathSegmentPlace.Instance),
    }.ToFrozenDictionary(static place => place.Position);

    /// <summary>Returns the place of a value in a header, JSON string, form, query or path segment.</summary>
    public static Place Of(TemplatePosition position) => Places[position];
}
