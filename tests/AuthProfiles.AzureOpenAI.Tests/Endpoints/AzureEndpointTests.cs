using AuthProfiles.AzureOpenAI.Endpoints;

namespace AuthProfiles.AzureOpenAI.Tests.Endpoints;

internal sealed class AzureEndpointTests
{
    private static readonly string[] AlsoAllow = ["https://gateway.contoso.com", "https://ai.contoso.com:8443/", "https://contoso.openai.azure.us"];

    [TestCase("contoso.openai.azure.com", "https://contoso.openai.azure.com/")]
    [TestCase("docs-test-001.openai.azure.com", "https://docs-test-001.openai.azure.com/")]
    [TestCase("contoso.openai.azure.com/", "https://contoso.openai.azure.com/")]
    [TestCase("https://contoso.openai.azure.com", "https://contoso.openai.azure.com/")]
    [TestCase("https://contoso.openai.azure.com/", "https://contoso.openai.azure.com/")]
    [TestCase("HTTPS://Contoso.OpenAI.Azure.com/", "https://contoso.openai.azure.com/")]
    [TestCase("https://contoso.openai.azure.com:443/", "https://contoso.openai.azure.com/")]
    [TestCase("contoso.openai.azure.com:443", "https://contoso.openai.azure.com/")]
    [TestCase("contoso.cognitiveservices.azure.com", "https://contoso.cognitiveservices.azure.com/")]
    [TestCase("https://contoso.services.ai.azure.com/", "https://contoso.services.ai.azure.com/")]
    [TestCase("gateway.contoso.com", "https://gateway.contoso.com/")]
    [TestCase("https://gateway.contoso.com:443", "https://gateway.contoso.com/")]
    [TestCase("https://ai.contoso.com:8443", "https://ai.contoso.com:8443/")]
    [TestCase("contoso.openai.azure.us", "https://contoso.openai.azure.us/")]
    [TestCase("http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [TestCase("http://127.8.9.10", "http://127.8.9.10/")]
    [TestCase("https://127.0.0.1:5001/", "https://127.0.0.1:5001/")]
    [TestCase("http://localhost:5000/", "http://localhost:5000/")]
    [TestCase("http://LOCALHOST", "http://localhost/")]
    [TestCase("localhost:5001", "https://localhost:5001/")]
    [TestCase("http://[::1]:5000", "http://[::1]:5000/")]
    [TestCase("http://[::1]", "http://[::1]/")]
    public void An_endpoint_is_normalised(string text, string expected)
    {
        var parsed = AzureEndpoint.TryParse(text, AlsoAllow, CloudValues.Public, out var endpoint, out var fault);
        Assert.That((parsed, endpoint?.Address.AbsoluteUri, fault), Is.EqualTo((true, expected, default(string))));
    }

    [TestCase(null, "is missing")]
    [TestCase("", "is missing")]
    [TestCase(" contoso.openai.azure.com", "a space")]
    [TestCase("contoso.openai.azure.com ", "a space")]
    [TestCase("contoso.openai.azure.com\r\nHost: evil.example", "a space")]
    [TestCase("contoso\0.openai.azure.com", "control character")]
    [TestCase("contösö.openai.azure.com", "not ASCII")]
    [TestCase("contoso。openai.azure.com", "not ASCII")]
    [TestCase("http://contoso.openai.azure.com", "has to be https")]
    [TestCase("http://gateway.contoso.com", "has to be https")]
    [TestCase("http://loopback:5000", "has to be https")]
    [TestCase("http://localhost.evil.example", "has to be https")]
    [TestCase("http://127.1", "has no valid host")]
    [TestCase("http://2130706433", "has no valid host")]
    [TestCase("http://0x7f.0.0.1", "has no valid host")]
    [TestCase("http://0x7f000001", "has no valid host")]
    [TestCase("http://127.0.0.01", "has no valid host")]
    [TestCase("http://128.0.0.1", "has no valid host")]
    [TestCase("http://10.0.0.1", "has no valid host")]
    [TestCase("http://[::2]", "has no valid host")]
    [TestCase("http://[::ffff:127.0.0.1]", "has no valid host")]
    [TestCase("ftp://contoso.openai.azure.com", "scheme other than https")]
    [TestCase("javascript://contoso.openai.azure.com", "scheme other than https")]
    [TestCase("//contoso.openai.azure.com", "more than a host")]
    [TestCase("https:///contoso.openai.azure.com", "more than a host")]
    [TestCase("https://", "has no valid host")]
    [TestCase("https://https://contoso.openai.azure.com", "more than a host")]
    [TestCase("https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21", "address of a call")]
    [TestCase("contoso.openai.azure.com/OpenAI/Deployments/gpt-4o", "address of a call")]
    [TestCase("https://contoso.openai.azure.com/openai/v1/", "UrlFamily to V1")]
    [TestCase("https://contoso.openai.azure.com/openai", "address of a call")]
    [TestCase("https://contoso.openai.azure.com/path", "more than a host")]
    [TestCase("https://contoso.openai.azure.com//", "more than a host")]
    [TestCase("https://contoso.openai.azure.com?x=1", "more than a host")]
    [TestCase("https://contoso.openai.azure.com#x", "more than a host")]
    [TestCase("https://contoso.openai.azure.com\\@evil.example", "user information")]
    [TestCase("https://contoso.openai.azure.com\\.evil.example", "more than a host")]
    [TestCase("https://contoso%2eopenai.azure.com", "more than a host")]
    [TestCase("https://user:pw@contoso.openai.azure.com", "user information")]
    [TestCase("https://contoso.openai.azure.com@evil.example", "user information")]
    [TestCase("contoso", "not a host of Azure OpenAI")]
    [TestCase("evil.example", "not a host of Azure OpenAI")]
    [TestCase("contoso.openai.azure.com.evil.example", "not a host of Azure OpenAI")]
    [TestCase("contosoopenai.azure.com", "not a host of Azure OpenAI")]
    [TestCase("a.b.openai.azure.com", "not a host of Azure OpenAI")]
    [TestCase(".openai.azure.com", "has no valid host")]
    [TestCase("openai.azure.com", "not a host of Azure OpenAI")]
    [TestCase("contoso.openai.azure.com.", "has no valid host")]
    [TestCase("con_toso.openai.azure.com", "has no valid host")]
    [TestCase("-contoso.openai.azure.com", "has no valid host")]
    [TestCase("contoso-.openai.azure.com", "has no valid host")]
    [TestCase("xn--contoso.openai.azure.com", "has no valid host")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.openai.azure.com", "has no valid host")]
    [TestCase("contoso.openai.azure.com:8443", "has a port")]
    [TestCase("contoso.openai.azure.com:0", "has no valid host")]
    [TestCase("contoso.openai.azure.com:65536", "has no valid host")]
    [TestCase("contoso.openai.azure.com:", "has no valid host")]
    [TestCase("contoso.openai.azure.com:+443", "has no valid host")]
    [TestCase("gateway.contoso.com:8443", "not a host of Azure OpenAI")]
    [TestCase("ai.contoso.com", "not a host of Azure OpenAI")]
    [TestCase("{tenant}.openai.azure.com", "has no valid host")]
    public void An_endpoint_is_refused_with_a_reason(string? text, string reason)
    {
        var parsed = AzureEndpoint.TryParse(text, AlsoAllow, CloudValues.Public, out var endpoint, out var fault);
        Assert.Multiple(() =>
        {
            Assert.That((parsed, endpoint), Is.EqualTo((false, default(AzureEndpoint))));
            Assert.That(fault, Does.Contain(reason));
            Assert.That(fault, Does.Not.Contain("evil").And.Not.Contain("pw"));
        });
    }
}
