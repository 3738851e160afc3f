using System.Net;
using AuthProfiles;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.Configuration;

namespace Snippets;

/// <summary>Something that goes wrong, and that a page tells the message of.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Register">What the program declares.</param>
/// <param name="Settings">The settings, below the profile's section.</param>
internal sealed record ErrorCase(string Profile, Action<App> Register, params (string Name, string Value)[] Settings)
{
    /// <summary>Gets what is done after the start.</summary>
    public Func<WireRun, Task> Call { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Gets what the token endpoint answers.</summary>
    public (HttpStatusCode Status, string Body) Answer { get; init; } = (HttpStatusCode.OK, AnsweringHandler.Token);

    /// <summary>Gets what the service itself answers.</summary>
    public (HttpStatusCode Status, string Body) Service { get; init; } = (HttpStatusCode.OK, "{}");

    /// <summary>Gets the section that the profile's settings stand in.</summary>
    public string Section { get; init; } = "AuthProfiles:Profiles";

    /// <summary>Returns the lines of the message.</summary>
    public async Task<string[]> TellAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings.Select(setting => KeyValuePair.Create($"{Section}:{Profile}:{setting.Name}", (string?)setting.Value))).Build();
        try
        {
            await using var run = new WireRun(Profile, Register, settings, new() { TokenAnswer = Answer, ServiceAnswer = Service });
            run.Start();
            await Call(run);
        }
        catch (Exception error) when (error is AuthorizationException or AzureOpenAIException or ZendeskException)
        {
            return error.Message.Split(Environment.NewLine);
        }

        throw new AssertionException($"Nothing went wrong with '{Profile}' and {string.Join(", ", Settings)}.");
    }
}
