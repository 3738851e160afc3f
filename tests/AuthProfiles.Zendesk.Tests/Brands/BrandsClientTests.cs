using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Brands;

[TestFixture]
public sealed class BrandsClientTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.Brands.ListAsync().CollectAsync(), """{"brands":[],"meta":{"has_more":false}}""", "GET", "api/v2/brands?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.Brands.ListPageAsync(new() { PageSize = 2 }), """{"brands":[]}""", "GET", "api/v2/brands?page%5Bsize%5D=2");
        yield return OperationCase.Of("get", client => client.Brands.GetAsync(47), """{"brand":{"id":47}}""", "GET", "api/v2/brands/47");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public async Task Every_member_of_a_brand_is_read()
    {
        using var service = StubService.Json("""
            {"brand":{"active":true,"brand_url":"https://brand1.com","created_at":"2012-04-02T22:55:29Z","default":true,"has_help_center":true,"help_center_state":"enabled","host_mapping":"brand1.com","id":47,"is_deleted":true,"logo":{"id":928374,"size":166144},
            "name":"Brand 1","signature_template":"{{agent.signature}}","subdomain":"brand1","ticket_form_ids":[47,33],"updated_at":"2012-04-03T22:55:29Z","url":"u"}}
            """);

        var brand = await service.Client().KeepingUnknownMembers().Brands.GetAsync(47);

        Assert.That(brand with { TicketFormIds = [] }, Is.EqualTo(new Brand
        {
            Id = 47,
            Name = "Brand 1",
            Subdomain = "brand1",
            BrandUrl = "https://brand1.com",
            HostMapping = "brand1.com",
            IsActive = true,
            IsDefault = true,
            IsDeleted = true,
            HasHelpCenter = true,
            HelpCenterState = "enabled",
            SignatureTemplate = "{{agent.signature}}",
            Logo = new() { Id = 928374, Size = 166144 },
            CreatedAt = new(2012, 4, 2, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2012, 4, 3, 22, 55, 29, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(brand.TicketFormIds, Is.EqualTo(new long[] { 47, 33 }));
    }
}
