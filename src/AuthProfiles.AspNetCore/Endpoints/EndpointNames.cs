namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>The names by which addresses of the endpoints are made.</summary>
internal static class EndpointNames
{
    public const string List = "AuthProfiles.Connections";
    public const string Show = "AuthProfiles.Connection";
    public const string Callback = "AuthProfiles.Callback";
    public const string Connect = "AuthProfiles.Connect";
    public const string Test = "AuthProfiles.Test";
    public const string Disconnect = "AuthProfiles.Disconnect";

    public const string Profile = "profile";
    public const string ReturnUrl = "returnUrl";
}
