using System.Net;
using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class ProviderAnswerTests
{
    [TestCaseSource(typeof(ProviderAnswers), nameof(ProviderAnswers.All))]
    public void A_providers_answer_is_read_by_data_alone(ProviderAnswer row)
    {
        var reading = new TokenAnswerReader(row.Format).Read((HttpStatusCode)row.Status, null, Encoding.UTF8.GetBytes(row.Body), TokenTime.Start);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Answer?.AccessToken.Reveal(), Is.EqualTo(row.Token));
            Assert.That(reading.Answer?.TypeWasMissing ?? false, Is.False, "what a provider always leaves out is worth no warning");
            Assert.That(reading.Answer?.Lifetime?.TotalSeconds, Is.EqualTo(row.Seconds));
            Assert.That(reading.Answer?.RefreshToken?.Reveal(), Is.EqualTo(row.Refresh));
            Assert.That(reading.Answer?.RefreshLifetime?.TotalSeconds, Is.EqualTo(row.RefreshSeconds));
            Assert.That(reading.Answer?.Scope, Is.EqualTo(row.Scope));
            Assert.That(string.Join(' ', reading.Answer?.Outputs.Select(static output => $"{output.Key}={output.Value}") ?? []), Is.EqualTo(row.Outputs));
            Assert.That(reading.Failure?.Kind, Is.EqualTo(row.Kind));
            Assert.That(reading.Failure?.ErrorCode, Is.EqualTo(row.Code));
        });
    }

    [TestCaseSource(typeof(ProviderAnswers), nameof(ProviderAnswers.All))]
    public void A_providers_format_has_no_fault(ProviderAnswer row) =>
        TokenAnswerFormatValidator.Check(row.Format, static (name, allowed) => Assert.Fail($"{name}: {allowed}"));

    [Test]
    public void The_providers_are_those_that_were_promised() =>
        Assert.That(
            ProviderAnswers.All.Select(static row => row.Provider).Distinct(),
            Is.SupersetOf(new[] { "Slack", "Salesforce", "Atlassian", "HubSpot", "Shopify", "ServiceNow", "GitHub", "Google", "Entra", "Zendesk", "TikTok", "Instagram", "Facebook", "Lark" }));
}
