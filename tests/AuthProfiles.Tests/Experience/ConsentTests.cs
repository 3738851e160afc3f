using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Tests.Experience;

/// <summary>Every user with their own connection, as a consumer writes it, without a web page.</summary>
[TestFixture]
public sealed class ConsentTests
{
    [Test]
    public async Task A_user_logs_in_by_a_browser_on_loopback_in_one_statement()
    {
        await using var app = new App();
        var (connections, calendar) = (app.Connections, app.Calendar);

        // The browser of the test; without options the system's own one is opened.
        var options = new LogInOptions { OpenBrowser = App.ConsentAsync };
        await connections.LogInAsync("calendar", user: "mia", options: options);

        Assert.That((await calendar.TodayAsync("mia"))?.Title, Is.EqualTo("Dentist"));
        Assert.That(async () => await calendar.TodayAsync("ben"), Throws.TypeOf<AuthorizationRequiredException>());
    }

    [Test]
    public async Task A_user_connects_by_consent_or_by_a_key_of_their_own()
    {
        await using var app = new App();
        var (connections, weather) = (app.Connections, app.Weather);

        // The browser of the test; without options the system's own one is opened.
        await connections.LogInAsync("calendar", user: "mia", options: new() { OpenBrowser = App.ConsentAsync });
        await connections.ConnectAsync("weather", user: "mia", inputs: new Dictionary<string, string> { ["key"] = "k-123" });
        var forecast = await weather.For(user: "mia").GetFromJsonAsync<Forecast>("today");

        Assert.That(forecast?.Text, Is.EqualTo("Sunny"));
    }

    [Test]
    public async Task A_program_with_pages_of_its_own_starts_and_completes()
    {
        await using var app = new App();
        var (connections, calendar) = (app.Connections, app.Calendar);

        var start = await connections.StartAsync("calendar", user: "mia", options: new() { CallbackLink = new("https://app.example/callback") });
        var callback = App.Consent(start.Address);
        var completed = await connections.CompleteAsync(callback, user: "mia");

        Assert.That(completed.Connection.ToString(), Is.EqualTo("calendar, user mia (Active)"));
        Assert.That((await calendar.TodayAsync("mia"))?.Title, Is.EqualTo("Dentist"));
    }

    private sealed record Entry(string Title);

    private sealed record Forecast(string Text);

    private sealed class CalendarClient(HttpClient http)
    {
        public Task<Entry?> TodayAsync(string user) => http.For(user: user).GetFromJsonAsync<Entry>("today");
    }

    private sealed class App : IAsyncDisposable
    {
        private readonly MockHttpMessageHandler _login = new();
        private readonly MockHttpMessageHandler _api = new();
        private readonly MockHttpMessageHandler _forecasts = new();
        private readonly ServiceProvider _services;

        public App()
        {
            _login.When(HttpMethod.Post, "https://login.calendar.example/token").WithFormData("code", "c-1").Respond("application/json", "{\"access_token\":\"t-mia\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
            _api.When("https://api.calendar.example/today").WithHeaders("Authorization", "Bearer t-mia").Respond("application/json", "{\"title\":\"Dentist\"}");
            var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["AuthProfiles:Profiles:calendar:ClientId"] = "app",
                ["AuthProfiles:Profiles:calendar:ClientSecret"] = "s-app",
            }).Build());

            services.AddAuthProfiles()
                .AddAuthorizationCode("calendar", o =>
                {
                    o.BaseUrl = "https://api.calendar.example/";
                    o.AuthorizationUrl = "https://login.calendar.example/authorize";
                    o.TokenUrl = "https://login.calendar.example/token";
                });
            services.AddHttpClient<CalendarClient>().AddAuthorizationProfile("calendar").ConfigurePrimaryHttpMessageHandler(() => _api);
            services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => _login);
            _forecasts.When("https://api.weather.example/v1/today").WithHeaders("x-api-key", "k-123").Respond("application/json", "{\"text\":\"Sunny\"}");
            services.AddAuthProfiles()
                .AddApiKey("weather", o => { o.BaseUrl = "https://api.weather.example/v1/"; o.Header = "x-api-key"; });
            services.AddHttpClient("weather").AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => _forecasts);
            _services = services.BuildServiceProvider();
        }

        public IConnections Connections => _services.GetRequiredService<IConnections>();

        public HttpClient Weather => _services.GetRequiredService<IHttpClientFactory>().CreateClient("weather");

        public CalendarClient Calendar => _services.GetRequiredService<CalendarClient>();

        /// <summary>Does what the owner and the provider do: returns the address that the browser is sent back to.</summary>
        public static Uri Consent(Uri address)
        {
            var asked = address.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
            return new($"{asked["redirect_uri"]}?code=c-1&state={asked["state"]}");
        }

        public static async Task ConsentAsync(Uri address, CancellationToken cancellationToken)
        {
            using var browser = new HttpClient();
            using var page = await browser.GetAsync(Consent(address), cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            _login.Dispose();
            _api.Dispose();
            _forecasts.Dispose();
        }
    }
}
