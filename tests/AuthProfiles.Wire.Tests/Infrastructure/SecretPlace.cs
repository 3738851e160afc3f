namespace AuthProfiles.Infrastructure;

/// <summary>A place that a service can want its secret in, with a profile that puts it there.</summary>
internal sealed record SecretPlace(string Name, Action<AuthProfilesBuilder, string> Declare)
{
    public const string Secret = "s3cr3t-0f-all-s3cr3ts";

    /// <summary>The address to send to: its placeholder is a mere text wherever the secret is not in the path.</summary>
    public string Path => InAddress && Name == "path" ? "items/{key}" : "items/7";

    public bool InAddress => Name is "query" or "path";

    public static SecretPlace[] All { get; } =
    [
        new("Authorization", (profiles, baseUrl) => profiles.AddBearer(App.Profile, options => (options.BaseUrl, options.Token) = (baseUrl, Secret))),
        new("api-key", (profiles, baseUrl) => profiles.AddApiKey(App.Profile, options => (options.BaseUrl, options.Key, options.Header) = (baseUrl, Secret, "api-key"))),
        new("query", (profiles, baseUrl) => profiles.AddApiKey(App.Profile, options => (options.BaseUrl, options.Key, options.QueryString) = (baseUrl, Secret, "key"))),
        new("path", (profiles, baseUrl) => profiles.AddCustom(App.Profile, options => Describe(options, baseUrl, AuthorizationField.PathParam("key", "{{key}}")))),
        new("payload", (profiles, baseUrl) => profiles.AddCustom(App.Profile, options => Describe(options, baseUrl, AuthorizationField.Payload("key", "{{key}}")))),
    ];

    public HttpRequestMessage Request(HttpMethod? method = null) => new(method ?? HttpMethod.Post, Path) { Content = new StringContent("""{"a":1}""", null, "application/json") };

    public override string ToString() => Name;

    private static void Describe(CustomOptions options, string baseUrl, AuthorizationField field)
    {
        options.BaseUrl = baseUrl;
        options.AdditionalFields.Add(new("key"));
        options.AuthorizationFields.Add(field);
        options.Inputs["key"] = Secret;
    }
}
