using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class MetadataQueryTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    [TestCase(null, "https://asked.example", true)]
    [TestCase(null, "https://asked.example/", false)]
    [TestCase("https://other.example", "https://other.example", true)]
    [TestCase("https://other.example", "https://asked.example", true)]
    [TestCase("https://other.example", "https://another.example", false)]
    [TestCase("https://login.example/{tenantid}/v2.0", "https://login.example/" + Id + "/v2.0", true)]
    [TestCase("https://login.example/{tenantid}/v2.0", "https://login.example//v2.0", false)]
    [TestCase("https://login.example/{tenantid}/v2.0", "https://login.example/common/v2.0", false)]
    [TestCase("{tenantid}/v2.0", Id + "/v2.0", true)]
    [TestCase("https://login.example/{tenantid}", "https://login.example/" + Id, true)]
    public void An_issuer_is_the_one_asked_or_one_of_the_template(string? template, string issuer, bool isTaken) =>
        Assert.That(new MetadataQuery("https://asked.example", template).Takes(issuer), Is.EqualTo(isTaken));
}
