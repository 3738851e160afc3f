using System.Diagnostics;

namespace AuthProfiles.Diagnostics;

/// <summary>The source of our activities.</summary>
internal static class AuthProfilesActivity
{
    /// <summary>The name that an application adds to its tracing.</summary>
    public const string SourceName = "AuthProfiles";

    public static readonly ActivitySource Source = new(SourceName);
}
