namespace AuthProfiles.OAuth;

/// <summary>How profiles talk to token endpoints. Most do it in the same few ways, so they share what has no state.</summary>
internal static class TokenWires
{
    private static readonly BasicClientAuthentication Basic = new();
    private static readonly PostClientAuthentication Post = new();
    private static readonly FormTokenRequestBody Form = new();
    private static readonly JsonTokenRequestBody Json = new();
    private static readonly TokenAnswerReader Standard = new();
    private static readonly TokenEndpoint BasicForm = new(Basic, Form, Standard);
    private static readonly TokenEndpoint PostForm = new(Post, Form, Standard);

    public static TokenEndpoint Of(OAuthOptions options)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        var authentication = options.ClientAuthentication ?? provider.ClientAuthentication;
        var format = options.BodyFormat ?? provider.BodyFormat;
        if (options.AcceptedTokenTypes.Count == 0 && format == BodyFormat.Form)
        {
            return authentication == ClientAuthentication.Basic ? BasicForm : PostForm;
        }

        return new(
            authentication == ClientAuthentication.Basic ? Basic : Post,
            format == BodyFormat.Form ? Form : Json,
            options.AcceptedTokenTypes.Count == 0 ? Standard : new TokenAnswerReader(options.AcceptedTokenTypes.ToArray()));
    }
}
