using System.Globalization;
using System.Net;
using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;
using AuthProfiles.Soak.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Renewals;

/// <summary>An application in a process of its own: for each user it calls the service all the time, by the public API alone.</summary>
internal static class RenewalWorker
{
    public static readonly string[] ArgumentNames = [.. StoreLocation.ArgumentNames, "server", "name", "users", "seed"];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var parent = new ParentWatch();
        using var voice = new Voice();
        var services = Register(arguments, voice).BuildServiceProvider();
        await using (services)
        {
            var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(SoakProfile.Name);
            var random = new Random(arguments.Number("seed", 1));
            voice.Say("ready");
            await Task.WhenAll(SoakProfile.Users(arguments.Number("users", 1)).Select(user => CallAsync(http, user, new Random(random.Next()), voice, parent.Ended)));
        }

        return ExitCode.Kept;
    }

    private static ServiceCollection Register(Arguments arguments, Voice voice)
    {
        var services = new ServiceCollection();
        var server = arguments.Text("server");
        var builder = services.AddAuthProfiles().AddAuthorizationCode(SoakProfile.Name, options => SoakProfile.Describe(options, server, arguments.Text("name")));
        StoreLocation.Read(arguments).Persist(builder, store => new AcknowledgingStore(store, voice));
        services.AddHttpClient(SoakProfile.Name).AddAuthorizationProfile(SoakProfile.Name);
        return services;
    }

    private static async Task CallAsync(HttpClient http, string user, Random random, Voice voice, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await CallOnceAsync(http.For(user: user), user, voice);
            await Until.PassAsync(TimeSpan.FromMilliseconds(random.Next(5, 25)), CancellationToken.None);
        }
    }

    // A call that has begun goes on to its end: what is asked for is told, and the client's own limit bounds it.
    private static async Task CallOnceAsync(HttpClient http, string user, Voice voice)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"use/{user}", UriKind.Relative));
            request.Headers.Add(RotatingServer.Begun, TimeProvider.System.GetTimestamp().ToString(CultureInfo.InvariantCulture));
            using var response = await http.SendAsync(request, CancellationToken.None);
            if (response.StatusCode != HttpStatusCode.NoContent)
            {
                voice.Say($"refused {user} {(int)response.StatusCode}");
            }
        }
        catch (AuthorizationRequiredException)
        {
            voice.Say($"required {user}");
            await Until.PassAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
        catch (AuthorizationException error)
        {
            voice.Say($"{(error.IsTransient ? "transient" : "failed")} {user} {error.Kind}: {error.Message}");
            await Until.PassAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
        catch (Exception error)
        {
            voice.Say($"failed {user} {error.GetType().Name}: {error.Message}");
        }
    }
}
