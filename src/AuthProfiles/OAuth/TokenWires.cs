namespace AuthProfiles.OAuth;

/// <summary>How profiles talk to token endpoints. Most do it in the same few ways, so they share what has no state.</summary>
internal static class TokenWires
{
    private static readonly FormTokenRequestBody Form = new();
    private static readonly JsonTokenRequestBody Json = new();
    private static readonly TokenAnswerReader Standard = new();
    private static readonly TokenEndpoint BasicForm = new(ClientAuthentications.Of(ClientAuthentication.Basic), Form, Standard);
    private static readonly TokenEndpoint PostForm = new(ClientAuthentications.Of(ClientAuthentication.Post), Form, Standard);

    public static TokenEndpoint Of(OAuthOptions options)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        var authentication = OAuthFields.AuthenticationOf(options);
        var format = options.BodyFormat ?? provider.BodyFormat;
        var isStandard = options.AcceptedTokenTypes.Count == 0 && format == BodyFormat.Form && provider.BasicEncoding == BasicEncoding.Form;
        return (isStandard, authentication) switch
        {
            (true, ClientAuthentication.Basic) => BasicForm,
            (true, ClientAuthentication.Post) => PostForm,
            _ => new(
                ClientAuthentications.Of(authentication, provider.BasicEncoding),
                format == BodyFormat.Form ? Form : Json,
                options.AcceptedTokenTypes.Count == 0 ? Standard : new TokenAnswerReader(options.AcceptedTokenTypes.ToArray())),
        };
    }
}
