namespace AuthProfiles.Profiles;

/// <summary>How much speaks for one way of a choice. The greatest is taken.</summary>
internal static class WayStanding
{
    /// <summary>Weighs a way against a connection's values.</summary>
    /// <remarks>
    /// Own values before shared ones, then a complete way before a half-given one: a tenant that forgot one of its values is told so
    /// and never served with what the profile shares for another way.
    /// </remarks>
    public static (bool IsOwn, bool IsComplete, int Given) Of(ProfileDefinition way, CredentialRequest request)
    {
        var required = way.AdditionalFields.Where(static field => !field.Optional).ToArray();
        var given = required.Count(field => request.Read(field.Key) is not null);
        var isComplete = given == required.Length;
        return (required.Any(field => request.Connection.Inputs.ContainsKey(field.Key)), isComplete, isComplete ? 0 : given);
    }
}
