using System.Diagnostics;

namespace AuthProfiles.Diagnostics;

/// <summary>The source of our activities.</summary>
internal static class AuthProfilesActivity
{
    /// <summary>The name that an application adds to its tracing.</summary>
    public const string SourceName = "AuthProfiles";

    public static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts the span of an acquisition or renewal. The token request is its child.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="type">Its authorization type.</param>
    /// <param name="isRenewal">Whether a credential was there.</param>
    /// <param name="caller">The span of the call that set it off, which is linked: the acquisition serves others too and may outlive it.</param>
    public static Activity? StartAcquisition(string profile, string type, bool isRenewal, ActivityContext caller)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var operation = TagNames.OperationOf(isRenewal);
        return Source.StartActivity(
            ActivityKind.Internal,
            parentContext: default,
            tags: [new(TagNames.Profile, profile), new(TagNames.AuthorizationType, type), new(TagNames.Operation, operation)],
            links: caller == default ? null : [new(caller)],
            name: "authprofiles." + operation);
    }
}
