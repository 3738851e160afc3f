namespace AuthProfiles.OAuth;

/// <summary>How profiles talk to token endpoints. Most do it in the same few ways, so they share what has no state.</summary>
internal static class TokenWires
{
    private static readonly TokenAnswerReader Standard = new();
    private static readonly TokenEndpoint BasicForm = new(ClientAuthentications.Of(ClientAuthentication.Basic), TokenRequestBodies.Of(BodyFormat.Form), Standard);
    private static readonly TokenEndpoint PostForm = new(ClientAuthentications.Of(ClientAuthentication.Post), TokenRequestBodies.Of(BodyFormat.Form), Standard);

    public static TokenEndpoint Of(OAuthOptions options)
    {
        var provider = options.Provider ?? OAuthProvider.Standard;
        var authentication = options.ClientAuthentication ?? provider.ClientAuthentication;
        var format = options.BodyFormat ?? provider.BodyFormat;
        var encoding = provider.RawBasic ? BasicEncoding.Raw : BasicEncoding.Form;
        if (options.AcceptedTokenTypes.Count == 0 && format == BodyFormat.Form
            && (authentication, encoding) is (ClientAuthentication.Basic, BasicEncoding.Form) or (ClientAuthentication.Post, _))
        {
            return authentication == ClientAuthentication.Basic ? BasicForm : PostForm;
        }

        return new(
            ClientAuthentications.Of(Enum.IsDefined(authentication) ? authentication : default, encoding),
            TokenRequestBodies.Of(format),
            options.AcceptedTokenTypes.Count == 0 ? Standard : new TokenAnswerReader(options.AcceptedTokenTypes.ToArray()));
    }
}
