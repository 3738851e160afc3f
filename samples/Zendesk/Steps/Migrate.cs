using AuthProfiles;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace Zendesk.Steps;

/// <summary>Zendesk ends API tokens on 30 April 2027. Before a program goes over to a client of its own: do both see the same, and may the client do as much?</summary>
internal sealed class Migrate(
    [FromKeyedServices(Settings.Legacy)] ZendeskClient byToken,
    [FromKeyedServices(Settings.Support)] ZendeskClient byClient,
    IAuthorizationTester tester) : IStep
{
    // What an API token is good for without saying so.
    private static readonly string[] Needed = ["read", "write"];

    public string Title => "from an API token to OAuth client credentials";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (!await TestAsync(Settings.Legacy, cancellationToken) | !await TestAsync(Settings.Support, cancellationToken))
        {
            return Say(false, "Not yet: an authorization does not work.");
        }

        var missing = Needed.Except(await View.ScopesAsync(byClient, cancellationToken), StringComparer.Ordinal).ToList();
        Console.WriteLine(missing.Count == 0 ? $"  The client's token has the scopes {string.Join(' ', Needed)}." : $"  The client's token lacks the scope {string.Join(' ', missing)}.");

        var (before, after) = (await View.OfAsync(byToken, cancellationToken), await View.OfAsync(byClient, cancellationToken));
        Console.WriteLine($"  {"",-12}  {"API token",-28}  client");
        Compare("acts as", before.Who, after.Who);
        var isSame = Compare("tickets", $"{before.Tickets}", $"{after.Tickets}") & Compare("the first", before.First, after.First);
        return missing.Count > 0
            ? Say(false, $"Not yet: add {string.Join(' ', missing)} to {Settings.SupportPath}:Scope, and to the client's allowed scopes.")
            : isSame
                ? Say(true, $"Go over: give {Settings.SupportPath} to the program in place of {Settings.LegacyPath}, and delete the API token.")
                : Say(false, "Not yet: the two see different tickets. Compare the roles of the users whom they act as.");
    }

    private static bool Compare(string what, string before, string after)
    {
        var isSame = string.Equals(before, after, StringComparison.Ordinal);
        Console.WriteLine($"  {what,-12}  {before,-28}  {after}{(isSame ? string.Empty : "   <- differs")}");
        return isSame;
    }

    private static bool Say(bool verdict, string sentence)
    {
        Console.WriteLine($"  {sentence}");
        return verdict;
    }

    private async Task<bool> TestAsync(string profile, CancellationToken cancellationToken)
    {
        var result = await tester.TestAsync(profile, cancellationToken: cancellationToken);
        Console.WriteLine($"  {result}");
        return result.Succeeded;
    }
}
