using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AuthProfiles.AspNetCore;
using AuthProfiles.Security.Tests.Hostile.Wire;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Where users are sent back to: one Location on the wire, an address of the application, whatever a link or a form says.</summary>
internal sealed partial class ReturnAddressTests(string culture) : CultureFixture(culture)
{
    private const int Value = 1;
    private const int Outcome = 2;
    private const int OnTheWire = 150;
    private const string Page = "/connections/weather";

    private WebApplication _web = null!;
    private Uri _address = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<ISignedInUser, OnlyUser>();
        builder.Services.AddAuthProfiles().AddSignedInUsers().AddApiKey("weather", static options => (options.BaseUrl, options.ConnectionMode) = ("https://api.weather.example/", ConnectionMode.UserAuthorized));
        _web = builder.Build();
        _web.UseAuthProfiles();
        _web.MapAuthProfiles("/connections");
        await _web.StartAsync();
        _address = new(_web.Urls.Single());
    }

    [OneTimeTearDown]
    public ValueTask StopAsync() => _web.DisposeAsync();

    [TestCaseSource(typeof(Corpus), nameof(Corpus.ReturnAddresses))]
    public async Task A_form_leads_back_into_the_application_and_nowhere_else(CorpusClass rows)
    {
        var page = await RawWebClient.GetAsync(_address, Page);
        var cookies = string.Join("; ", RawWebClient.All(page, "Set-Cookie").Select(static cookie => cookie.Split(';')[0]));
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        foreach (var row in rows.Rows)
        {
            var answer = await RawWebClient.PostAsync(_address, $"{Page}/connect", cookies, $"__RequestVerificationToken={Encoded(token)}&input.key=k-1&returnUrl={Encoded(row[Value])}");

            // A form with a zero byte is none to the server already.
            var isForm = !row[Value].Contains('\0', StringComparison.Ordinal);
            Assert.That(RawWebClient.Head(answer)[0], Is.EqualTo(isForm ? "HTTP/1.1 303 See Other" : "HTTP/1.1 400 Bad Request"), row.ToString());
            Assert.That(RawWebClient.All(answer, "Location"), Is.EqualTo(isForm ? new[] { Expected(row) ?? Page } : []), row.ToString());
            Assert.That(RawWebClient.Head(answer), Has.None.Matches<string>(static line => line!.StartsWith("Set-Cookie: a", StringComparison.Ordinal) || line.StartsWith("X:", StringComparison.Ordinal)), row.ToString());
        }
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.ReturnAddresses))]
    public async Task A_page_offers_the_way_back_into_the_application_and_none_elsewhere(CorpusClass rows)
    {
        foreach (var row in rows.Rows.Where(static row => row[Value].Length < 5000))
        {
            var page = await RawWebClient.GetAsync(_address, $"{Page}?returnUrl={Encoded(row[Value])}");

            Assert.That(RawWebClient.Head(page)[0], Is.EqualTo("HTTP/1.1 200 OK"), row.ToString());
            Assert.That(ReturnField().Matches(page).Select(static field => WebUtility.HtmlDecode(field.Groups[1].Value)).Distinct(), Is.EqualTo(Expected(row) is { } expected ? new[] { expected } : []), row.ToString());
        }
    }

    [Test]
    public void Whatever_is_offered_as_the_way_back_is_a_path_of_the_application() => Prop.ForAll(Hostiles.Around("return-addresses", 1), value =>
    {
        var page = RawWebClient.GetAsync(_address, $"{Page}?returnUrl={Encoded(value)}").GetAwaiter().GetResult();
        return ReturnField().Matches(page).Select(static field => WebUtility.HtmlDecode(field.Groups[1].Value)).All(static offered =>
            offered[0] == '/' && (offered.Length == 1 || offered[1] != '/') && offered.All(static sign => sign is > ' ' and <= '~' and not '\\'));
    }).Check(Hostiles.Runs(OnTheWire));

    private static string? Expected(CorpusRow row) => row[Outcome] switch
    {
        CorpusRow.Refused => null,
        "=" => row[Value],
        var sent => sent,
    };

    private static string Encoded(string value) => string.Concat(Encoding.UTF8.GetBytes(value).Select(static octet => FormattableString.Invariant($"%{octet:X2}")));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"returnUrl\" value=\"([^\"]*)\"")]
    private static partial Regex ReturnField();
}
