namespace AuthProfiles.OAuth;

/// <summary>What an owner is told whose grant, or whose values, the provider refuses for good.</summary>
internal static class GrantRefusal
{
    /// <summary>Makes the exception, and notes what is of no more use.</summary>
    public static AuthorizationRequiredException ToException(CredentialRequest request, GrantRequest asked, TokenFailure failure)
    {
        if (asked.Previous is null)
        {
            request.Notes.InputsRefused = true;
        }
        else
        {
            request.Notes.GrantEnded = true;
        }

        var cure = asked.Fields.Count > 0
            ? $"check {string.Join(" and ", asked.Fields.Select(field => request.Connection.Key.User is null ? request.SettingOf(field) : ProfileDefinition.SettingOf(field)))}. Nothing is sent again until they change"
            : "the authorization has ended, and its owner must authorize again";
        return request.AuthorizationRequired($"{failure.Reason}: {cure}", failure.ErrorCode, failure.StatusCode);
    }
}
