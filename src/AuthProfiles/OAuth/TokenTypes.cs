using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>Knows the token types that a profile takes (RFC 6749, section 7.1).</summary>
/// <param name="accepted">Types besides Bearer, whose tokens are sent as Bearer tokens.</param>
internal sealed class TokenTypes(IReadOnlyCollection<string> accepted)
{
    private const string Bearer = "Bearer";

    // RFC 8693, section 2.2.1: the token is issued, and not to be sent as an access token.
    private const string NotApplicable = "N_A";

    private readonly string[] _known = [Bearer, .. accepted.Where(static type => !Ascii.EqualsIgnoreCase(type, NotApplicable))];

    /// <summary>Returns the type as the profile lists it, Bearer where the answer names none, or null where it is not to be used.</summary>
    public string? Known(TokenMember type)
    {
        if (type.IsAbsent)
        {
            return Bearer;
        }

        return type.String is { } name ? Array.Find(_known, known => Ascii.EqualsIgnoreCase(known, name)) : null;
    }

    /// <summary>Says why a type is refused and what to do.</summary>
    public static string Refusal(TokenMember type, TokenReply reply) =>
        type.String is { } name && Ascii.EqualsIgnoreCase(name, NotApplicable)
            ? "with a token that is no access token (its type is N_A; RFC 8693, section 2.2.1), so it goes nowhere. Ask for an access token"
            : $"with a token of {(reply.Quote(type.Text) is { } shown ? $"the type '{shown}'" : "another type")}, which the profile does not list. Add the type to AcceptedTokenTypes if its tokens are sent like Bearer";
}
