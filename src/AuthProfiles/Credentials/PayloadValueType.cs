namespace AuthProfiles;

/// <summary>How a value is written into a JSON body. Forms carry text whatever it is.</summary>
public enum PayloadValueType
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number; a value that is none is refused.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>; anything else is refused.</summary>
    Boolean,
}
