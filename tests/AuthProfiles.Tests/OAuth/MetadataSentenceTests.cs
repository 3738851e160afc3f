using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Why an issuer's metadata are not taken, word by word.</summary>
internal sealed class MetadataSentenceTests
{
    private const string Unfit = "that nothing may be sent to: it must be https, without user and fragment, and a host with a name unless the issuer has none";

    [TestCase("<html>", "can't be relied on: it is not JSON, or nested too deeply")]
    [TestCase("[]", "can't be relied on: it is no JSON object")]
    [TestCase("""{"issuer":7,"token_endpoint":7}""", "can't be relied on: its 'issuer' is of another type")]
    [TestCase("""{"grant_types_supported":["a",1],"issuer":7}""", "can't be relied on: its 'grant_types_supported' is of another type")]
    [TestCase("""{"authorization_response_iss_parameter_supported":"true"}""", "can't be relied on: its 'authorization_response_iss_parameter_supported' is of another type")]
    [TestCase("""{"issuer":"a","issuer":"a","token_endpoint":7}""", "can't be relied on: it has 'issuer' twice")]
    [TestCase("""{"issuer":7,"issuer":"a"}""", "can't be relied on: its 'issuer' is of another type")]
    [TestCase("""{"issuer":"https://evil.example"}""", "name another issuer than the one that was asked. Give the issuer exactly as it writes itself, down to a slash at its end")]
    [TestCase("""{"issuer":"https://login.example"}""", "have no 'token_endpoint'. Give the addresses themselves")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"http://login.example","revocation_endpoint":"/"}""", "have a 'token_endpoint' " + Unfit)]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example","authorization_endpoint":"https://user@login.example"}""", "have a 'authorization_endpoint' " + Unfit)]
    public void A_document_that_is_refused_says_why(string document, string reason) =>
        Assert.That(ReasonOf(document), Is.EqualTo($"the issuer's metadata {reason}"));

    [TestCase("404", "the issuer has no metadata (404). Check the issuer, or give the addresses themselves", 404)]
    [TestCase("403", "the request for the issuer's metadata was answered with 403. Check the issuer", 403)]
    [TestCase("408", "the request for the issuer's metadata was answered with 408", 408)]
    [TestCase("503 3600", "the request for the issuer's metadata was answered with 503", 503)]
    [TestCase("302", "the request for the issuer's metadata was redirected, which is never followed. Give the issuer as it writes itself", 302)]
    [TestCase("ended", "the request for the issuer's metadata had no whole answer", null)]
    [TestCase("no-name", "the issuer's metadata address can't be reached: its name has no address. Nothing was sent", null)]
    public async Task A_request_for_it_that_came_to_nothing_says_why(string answer, string reason, int? status)
    {
        using var server = new MetadataServer { Answers = { [MetadataServer.OpenId] = answer } };

        var failure = (await MetadataDocument.ReadAsync(server.Client, new TokenTime(), new(MetadataServer.Issuer))).Failure!;

        Assert.That((failure.Reason, failure.StatusCode), Is.EqualTo((reason, status)));
    }

    [TestCase("http://login.example")]
    [TestCase("https://login.example?x")]
    public async Task An_issuer_that_is_no_address_of_metadata_is_told_so(string issuer)
    {
        using var server = new MetadataServer();

        var failure = (await MetadataDocument.ReadAsync(server.Client, new TokenTime(), new(issuer))).Failure!;

        Assert.That(failure.Reason, Is.EqualTo("the issuer is no https address without query and fragment, so its metadata are not asked for. Give the issuer as it writes itself"));
    }

    private static string? ReasonOf(string document) => MetadataReader.Read(Encoding.UTF8.GetBytes(document), new(MetadataServer.Issuer), new(MetadataServer.Issuer)).Failure?.Reason;
}
