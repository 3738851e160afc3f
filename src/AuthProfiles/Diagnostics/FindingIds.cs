namespace AuthProfiles.Diagnostics;

/// <summary>The ids of findings. They are promised: a number is never used for anything else, and docs/lint.md lists them.</summary>
internal static class FindingIds
{
    /// <summary>A setting that must be given is not there.</summary>
    public const string Missing = "AP001";

    /// <summary>A setting has a value that can't be used.</summary>
    public const string Wrong = "AP002";

    /// <summary>Nothing reads a setting.</summary>
    public const string Unknown = "AP003";

    /// <summary>A template of an address or a value is wrong.</summary>
    public const string Template = "AP004";

    /// <summary>A value of a connection does not fit into the place where it would go.</summary>
    public const string Unfit = "AP005";

    /// <summary>A client goes by a profile that nobody declares.</summary>
    public const string Undeclared = "AP006";

    /// <summary>Two authorization servers send people back to one address, which can't tell them apart.</summary>
    public const string SharedCallback = "AP007";

    /// <summary>A profile can't be made, for a reason of its own.</summary>
    public const string Refused = "AP008";

    /// <summary>A secret expires within 30 days, or has expired.</summary>
    public const string SecretExpires = "AP101";

    /// <summary>A profile hands the user's password to the program.</summary>
    public const string PasswordGrant = "AP102";

    /// <summary>A base address ends with a part that relative addresses take the place of.</summary>
    public const string OpenBase = "AP103";
}
