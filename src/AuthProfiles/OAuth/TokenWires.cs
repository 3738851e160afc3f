namespace AuthProfiles.OAuth;

/// <summary>How profiles talk to token endpoints. Most do it in the same few ways, so they share what has no state.</summary>
internal static class TokenWires
{
    private static readonly TokenEndpoint BasicForm = Make(ClientAuthentication.Basic);
    private static readonly TokenEndpoint PostForm = Make(ClientAuthentication.Post);

    public static TokenEndpoint Of(OAuthOptions options, IReadOnlyCollection<string> issuedTypes)
    {
        var isStandard = options is { Provider: null, BodyFormat: null or BodyFormat.Form, AcceptedTokenTypes.Count: 0 } && issuedTypes.Count == 0;
        return (isStandard, OAuthFields.AuthenticationOf(options)) switch
        {
            (true, ClientAuthentication.Basic) => BasicForm,
            (true, ClientAuthentication.Post) => PostForm,
            _ => Make(options, new((options.Provider ?? OAuthProvider.Standard).Answer, options.AcceptedTokenTypes.ToArray()) { IssuedTokenTypes = issuedTypes }),
        };
    }

    /// <summary>Returns a wire of the same client whose answers are read otherwise.</summary>
    public static TokenEndpoint Of(OAuthOptions options, TokenAnswerFormat format) => Make(options, new TokenAnswerReader(format));

    private static TokenEndpoint Make(ClientAuthentication authentication) =>
        new(ClientAuthentications.Of(authentication), TokenRequestBodies.Of(BodyFormat.Form), new TokenAnswerReader());

    private static TokenEndpoint Make(OAuthOptions options, TokenAnswerReader reader)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        return new(
            ClientAuthentications.Of(OAuthFields.AuthenticationOf(options), provider.BasicEncoding),
            TokenRequestBodies.Of(options.BodyFormat ?? provider.BodyFormat, provider.ParameterNames, provider.Headers),
            reader);
    }
}
