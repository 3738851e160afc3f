using AuthProfiles.Injection;

namespace AuthProfiles;

/// <summary>Reads why a service refused a request.</summary>
public static class AuthProfilesChallengeExtensions
{
    /// <summary>Reads the challenges of an answer, from all of its <c>WWW-Authenticate</c> lines.</summary>
    /// <remarks>No answer makes it throw: what is no challenge is left out, and so is what goes on after 64 challenges or in a line of more than 32,768 characters.</remarks>
    /// <param name="response">The answer.</param>
    /// <returns>The challenges in their order; empty where there is none.</returns>
    public static IReadOnlyList<AuthorizationChallenge> GetAuthorizationChallenges(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (!response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var lines))
        {
            return [];
        }

        var found = new List<AuthorizationChallenge>();
        foreach (var line in lines)
        {
            ChallengeReader.Read(line, found);
        }

        return found;
    }
}
