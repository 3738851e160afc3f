using System.Globalization;
using System.Net;
using AuthProfiles.Soak.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Server;

/// <summary>A strictly rotating authorization server and a service that takes its tokens, on loopback: <c>POST /{worker}/token</c> and <c>GET /use/{user}</c>.</summary>
internal sealed class RotatingServer : IAsyncDisposable
{
    /// <summary>The header in which a call says when it began: the processes of one machine have one clock.</summary>
    public const string Begun = "x-begun";

    private readonly WebApplication _application;
    private readonly TimeSpan _longestAnswer;
    private readonly Random _random;

    private RotatingServer(TimeSpan lifetime, TimeSpan longestAnswer, int seed)
    {
        Register = new(lifetime);
        _longestAnswer = longestAnswer;
        _random = new Random(seed);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, port: 0));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public FamilyRegister Register { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>Gets or sets what happens between a rotation and its answer.</summary>
    public Func<Redemption, Task> Redeemed { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Starts a server.</summary>
    /// <param name="lifetime">How long access tokens live.</param>
    /// <param name="longestAnswer">How long token answers take at the most, half of it before the rotation and half after it.</param>
    /// <param name="seed">The seed of how long they take.</param>
    public static async Task<RotatingServer> StartAsync(TimeSpan lifetime, TimeSpan longestAnswer, int seed)
    {
        var server = new RotatingServer(lifetime, longestAnswer, seed);
        await server._application.StartAsync();
        server.Address = new(server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _application.StopAsync(atOnce.Token);
        await _application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value!.Split('/') switch
    {
        ["", "use", var user] when context.Request.Method == HttpMethods.Get => UseAsync(context, user),
        ["", var worker, "token"] when context.Request.Method == HttpMethods.Post => RenewAsync(context, worker),
        _ => Status(context, StatusCodes.Status404NotFound),
    };

    private Task UseAsync(HttpContext context, string user)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
        var begun = long.TryParse(context.Request.Headers[Begun], NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : TimeProvider.System.GetTimestamp();
        var isGood = Register.Check(token, user, begun) == CallVerdict.Good;
        return Status(context, isGood ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized);
    }

    private async Task RenewAsync(HttpContext context, string worker)
    {
        var form = await context.Request.ReadFormAsync();
        await PauseAsync();

        // What has come is redeemed, whoever is still there to hear the answer.
        if (Register.Redeem(form["refresh_token"], worker) is not var (tokens, redemption))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }

        await Redeemed(redemption);
        await PauseAsync();
        await context.Response.WriteAsJsonAsync(new { access_token = tokens.AccessToken, refresh_token = tokens.RefreshToken, token_type = "Bearer", expires_in = (int)tokens.Lifetime.TotalSeconds });
    }

    private Task PauseAsync()
    {
        lock (_random)
        {
            return Until.PassAsync(_longestAnswer / 2 * _random.NextDouble(), CancellationToken.None);
        }
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
