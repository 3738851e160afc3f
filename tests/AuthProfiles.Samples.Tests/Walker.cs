using System.Net;
using System.Text.RegularExpressions;

namespace AuthProfiles.Samples.Tests;

/// <summary>Walks through pages as a browser without scripts does: follows redirects, keeps cookies, fills in forms, and goes by links.</summary>
internal sealed partial class Walker : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = true, MaxAutomaticRedirections = 10 }) { Timeout = TimeSpan.FromSeconds(30) };

    public Walker() => _http.DefaultRequestHeaders.Add("Accept", "text/html");

    /// <summary>Gets where it is.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Gets the page as it was sent.</summary>
    public string Page { get; private set; } = string.Empty;

    public HttpStatusCode Status { get; private set; }

    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    public string Heading => WebUtility.HtmlDecode(HeadingMarkup().Match(Page).Groups["first"].Value);

    /// <summary>Gets what a screen reader is told at once: the status or alert of the page.</summary>
    public string Notice => WebUtility.HtmlDecode(NoticeMarkup().Match(Page).Groups["first"].Value);

    public Task GoAsync(Uri address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Follows the link of that text.</summary>
    public Task FollowAsync(string text)
    {
        var link = LinkMarkup().Matches(Page).FirstOrDefault(link => WebUtility.HtmlDecode(link.Groups["second"].Value) == text);
        Assert.That(link, Is.Not.Null, $"a link '{text}' is on {Address}: {Page}");
        return GoAsync(new(Address, WebUtility.HtmlDecode(link!.Groups["first"].Value)));
    }

    /// <summary>Presses the button of that text, in the form whose address ends so, with the fields given.</summary>
    public Task PressAsync(string button, string? formOf = null, params (string Name, string Value)[] fields)
    {
        var form = FormMarkup().Matches(Page).FirstOrDefault(form => (formOf is null || WebUtility.HtmlDecode(form.Groups["first"].Value).Contains(formOf, StringComparison.Ordinal)) && ButtonTexts(form.Value).Contains(button, StringComparer.Ordinal));
        Assert.That(form, Is.Not.Null, $"a form with '{button}' is on {Address}: {Page}");
        var values = HiddenMarkup().Matches(form!.Value).Select(static field => (Name: WebUtility.HtmlDecode(field.Groups["first"].Value), Value: WebUtility.HtmlDecode(field.Groups["second"].Value))).Concat(fields);
        var pressed = ButtonMarkup().Matches(form.Value).FirstOrDefault(found => found.Groups["third"].Value == button);
        if (pressed is not null)
        {
            values = values.Append((pressed.Groups["first"].Value, pressed.Groups["second"].Value));
        }

        return SendAsync(new(HttpMethod.Post, new Uri(Address, WebUtility.HtmlDecode(form.Groups["first"].Value)))
        {
            Content = new FormUrlEncodedContent(values.Select(static field => KeyValuePair.Create(field.Name, field.Value))),
        });
    }

    public void Dispose() => _http.Dispose();

    // As people see them: what is for screen readers alone stands behind.
    private static IEnumerable<string> ButtonTexts(string form) => TextMarkup().Matches(form).Select(static button => WebUtility.HtmlDecode(button.Groups["first"].Value).Trim());

    private async Task SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request);
            Address = response.RequestMessage!.RequestUri!;
            Status = response.StatusCode;
            Page = await response.Content.ReadAsStringAsync();
            Headers = response.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        }
    }

    [GeneratedRegex("<h1[^>]*>(?<first>.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingMarkup();

    [GeneratedRegex("role=\"(?:status|alert)\"[^>]*>(?<first>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex NoticeMarkup();

    [GeneratedRegex("<a [^>]*?href=\"(?<first>[^\"]*)\"[^>]*>(?<second>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex LinkMarkup();

    [GeneratedRegex("<button type=\"submit\"[^>]*>(?<first>[^<]*)")]
    private static partial Regex TextMarkup();

    [GeneratedRegex("<form method=\"post\" action=\"(?<first>[^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormMarkup();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<first>[^\"]*)\" value=\"(?<second>[^\"]*)\">")]
    private static partial Regex HiddenMarkup();

    [GeneratedRegex("<button type=\"submit\" name=\"(?<first>[^\"]*)\" value=\"(?<second>[^\"]*)\"[^>]*>(?<third>.*?)</button>")]
    private static partial Regex ButtonMarkup();
}
