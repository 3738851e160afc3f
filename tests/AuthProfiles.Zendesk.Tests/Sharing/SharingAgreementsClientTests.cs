using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Sharing;

[TestFixture]
public sealed class SharingAgreementsClientTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.SharingAgreements.ListAsync(), """{"sharing_agreements":[]}""", "GET", "api/v2/sharing_agreements");
        yield return OperationCase.Of("get", client => client.SharingAgreements.GetAsync(88335), """{"sharing_agreement":{"id":88335}}""", "GET", "api/v2/sharing_agreements/88335");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public async Task Every_member_of_an_agreement_is_read()
    {
        using var service = StubService.Json("""{"sharing_agreements":[{"created_at":"2012-02-20T22:55:29Z","id":88335,"name":"Ticket Sharing","partner_name":"jira","remote_subdomain":"foo","status":"accepted","type":"inbound","updated_at":"2013-02-20T22:55:29Z","url":"u"}]}""");

        Assert.That(await service.Client().KeepingUnknownMembers().SharingAgreements.ListAsync(), Is.EqualTo(new[]
        {
            new SharingAgreement
            {
                Id = 88335,
                Name = "Ticket Sharing",
                Type = "inbound",
                Status = "accepted",
                PartnerName = "jira",
                RemoteSubdomain = "foo",
                CreatedAt = new(2012, 2, 20, 22, 55, 29, TimeSpan.Zero),
                UpdatedAt = new(2013, 2, 20, 22, 55, 29, TimeSpan.Zero),
                Url = "u",
            },
        }));
    }
}
