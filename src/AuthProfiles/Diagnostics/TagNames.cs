namespace AuthProfiles.Diagnostics;

/// <summary>The names of the tags of measurements and spans. None of them names a tenant or a user: their number has no bound, and their names may be personal.</summary>
internal static class TagNames
{
    public const string Profile = "authprofiles.profile";
    public const string AuthorizationType = "authprofiles.type";
    public const string Operation = "authprofiles.operation";

    /// <summary>The kind of a failure, by the name and meaning of the semantic conventions; absent where there was none.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Returns the value of <see cref="Operation"/>.</summary>
    public static string OperationOf(bool isRenewal) => isRenewal ? "renew" : "acquire";
}
