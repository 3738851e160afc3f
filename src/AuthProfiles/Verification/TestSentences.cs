using System.Globalization;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Verification;

/// <summary>Says how a test went: what happened and, on the next line, what to do.</summary>
internal static class TestSentences
{
    /// <summary>Says how far the test of a profile goes that nobody has consented to.</summary>
    public static string ConsentUntested(ProfileDefinition definition) =>
        $"The addresses are good, and the provider knows the client. Consent was not tested, because nobody has authorized this connection: connections.{(definition.Traits.ConsentsOnDevice ? "LogInAsync" : "StartAsync or LogInAsync")} asks for it.";

    /// <summary>Says what was sent and what came back, for example <c>GET https://api.example/me answered 200.</c></summary>
    public static string Exchange(Redactor exchange, string? errorCode = null)
    {
        var code = errorCode is null ? string.Empty : $" {exchange.Redact(errorCode)}";
        return exchange.Response is { } response
            ? string.Create(CultureInfo.InvariantCulture, $"{exchange.Request} answered {response.StatusCode}{code}.")
            : $"{exchange.Request} got no answer.";
    }

    /// <summary>Says why there is no credential.</summary>
    public static string Failure(AuthorizationException error, ConnectionName name, Redactor? exchange)
    {
        var what = WithoutName(error, name);
        if (exchange is null)
        {
            return what;
        }

        // What the first line says need not be said again.
        var told = string.Create(CultureInfo.InvariantCulture, $"The token endpoint answered {error.StatusCode}{(error.ErrorCode is null ? null : " " + error.ErrorCode)}.");
        var cure = what.StartsWith(told, StringComparison.Ordinal) ? what[told.Length..].TrimStart() : what;
        return Lines(Exchange(exchange, error.ErrorCode), cure);
    }

    /// <summary>Says what it means that the service did not accept the probe.</summary>
    public static string Refusal(int status, ProfileDefinition definition, ConnectionTarget target, bool wasGranted) => status switch
    {
        401 or 403 when wasGranted =>
            "The token is good, so a role or permission is missing: grant it to the client where the service keeps its access rights.",
        401 when target.Values.Connection.Grant is not null =>
            "The service does not accept the token that this connection has, which it may have taken back: its owner must authorize again.",
        403 when target.Values.Connection.Grant is not null =>
            "The service knows the token or hides that it does not: a role or permission is missing, or its owner must authorize again.",
        401 => $"The service does not accept the credential: check {SecretSettings(definition, target)}.",
        403 => $"The service knows the credential or hides that it does not: a role or permission is missing, or {SecretSettings(definition, target)} is wrong.",
        404 => $"Nothing is there: check {definition.Section.ShownKey(nameof(ProfileOptions.Probe))} and {definition.Section.ShownKey(nameof(ProfileOptions.BaseUrl))}.",
        >= 300 and <= 399 => $"Redirects are never followed: check {definition.Section.ShownKey(nameof(ProfileOptions.BaseUrl))}.",
        429 or >= 500 => "The service can't answer for the moment: test again later.",
        _ => $"The service refused the probe itself: check {definition.Section.ShownKey(nameof(ProfileOptions.Probe))}.",
    };

    /// <summary>Says that nothing was sent, because there was nothing to ask for.</summary>
    public static string NothingSent(ProfileDefinition definition) =>
        $"Every value is there. Nothing was sent: set {definition.Section.ShownKey(nameof(ProfileOptions.Probe))} to ask the service.";

    public static string Lines(string what, string cure) => cure.Length == 0 ? what : what + Environment.NewLine + cure;

    private static string WithoutName(AuthorizationException error, ConnectionName name)
    {
        var prefix = name.Describe(Printable.Escape(error.Profile)) + ": ";
        var what = error.Message.StartsWith(prefix, StringComparison.Ordinal) ? error.Message[prefix.Length..] : error.Message;
        return what.Length == 0 ? what : char.ToUpperInvariant(what[0]) + what[1..];
    }

    private static string SecretSettings(ProfileDefinition definition, ConnectionTarget target)
    {
        var connection = target.Values.Connection;
        var settings = definition.AdditionalFields
            .Where(field => field.Secret && target.Values.Read(field.Key) is not null)
            .Select(field => (connection.Key.Tenant is { } tenant && connection.Inputs.ContainsKey(field.Key) ? definition.Section.ForTenant(tenant) : definition.Section)
                .ShownKey(ProfileDefinition.SettingOf(field.Key)));
        return string.Join(" and ", settings.DefaultIfEmpty("what makes it"));
    }
}
