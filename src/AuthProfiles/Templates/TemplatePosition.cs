namespace AuthProfiles.Templates;

/// <summary>The places in which a placeholder can stand. Each has its own rules for the value (see <see cref="Place"/>).</summary>
internal enum TemplatePosition
{
    /// <summary>Scheme, host and port in one, at the very start of an address.</summary>
    Origin,

    /// <summary>A whole host name.</summary>
    Host,

    /// <summary>One label of a host name, or a part of one.</summary>
    HostLabel,

    /// <summary>One segment of a path, or a part of one.</summary>
    PathSegment,

    /// <summary>Several segments of a path, where the profile declares it.</summary>
    Path,

    /// <summary>The name of a query parameter.</summary>
    QueryName,

    /// <summary>The value of a query parameter.</summary>
    QueryValue,

    /// <summary>A header's value.</summary>
    Header,

    /// <summary>A string in a JSON body.</summary>
    JsonString,

    /// <summary>A value of a form.</summary>
    Form,
}
