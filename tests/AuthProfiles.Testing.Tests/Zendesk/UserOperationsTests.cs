using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class UserOperationsTests : ZendeskFixture
{
    private LocalUsers Users => Local.Zendesk.Users;

    [Test]
    public async Task Users_are_listed_counted_and_shown_by_their_ids()
    {
        var (mia, joe) = (Users.Add("mia@acme.example"), Users.Add("joe@acme.example"));

        var first = await GetAsync("users?page[size]=3");
        var second = await GetAsync((string)first["links"]!["next"]!);
        var endUsers = await GetAsync("users?role=end-user");
        var many = await GetAsync($"users/show_many?ids={joe.Id},7,{mia.Id}");

        Assert.That(Emails(first).Concat(Emails(second)), Is.EqualTo(new[] { "admin@local.example", "mia@acme.example", "joe@acme.example", "agent@acme.example" }));
        Assert.That(Emails(endUsers), Is.EqualTo(new[] { "mia@acme.example", "joe@acme.example" }));
        Assert.That(Emails(many), Is.EqualTo(new[] { "joe@acme.example", "mia@acme.example" }));
        Assert.That((int)(await GetAsync("users/count"))["count"]!["value"]!, Is.EqualTo(4));
    }

    [TestCase("query=mia", ExpectedResult = "mia@acme.example")]
    [TestCase("query=email:JOE@acme.example", ExpectedResult = "joe@acme.example")]
    [TestCase("external_id=E7", ExpectedResult = "zoe@acme.example")]
    [TestCase("query=nobody", ExpectedResult = "")]
    public async Task<string> Users_are_found(string query)
    {
        Users.Add("mia@acme.example");
        Users.Add("joe@acme.example");
        using var zoe = await WriteAsync(HttpMethod.Post, "users", new() { ["name"] = "Zoé", ["email"] = "zoe@acme.example", ["external_id"] = "e7" });

        return string.Join(' ', Emails(await GetAsync("users/search?" + query)));
    }

    [Test]
    public async Task A_user_is_created_once_and_updated_from_then_on()
    {
        using var created = await WriteAsync(HttpMethod.Post, "users/create_or_update", new() { ["name"] = "Mia", ["email"] = "mia@acme.example", ["external_id"] = "e1" });
        Local.Clock.Advance(TimeSpan.FromMinutes(1));
        using var byEmail = await WriteAsync(HttpMethod.Post, "users/create_or_update", new() { ["name"] = "Mia M.", ["email"] = "MIA@acme.example" });
        using var byId = await WriteAsync(HttpMethod.Post, "users/create_or_update", new() { ["locale"] = "de", ["external_id"] = "E1" });
        var mia = Users.Single(static user => user.ExternalId == "E1");
        using var emptied = await WriteAsync(HttpMethod.Put, $"users/{mia.Id}", new() { ["external_id"] = null, ["role"] = "agent" });

        Assert.That(new[] { created, byEmail, byId, emptied }.Select(static response => (int)response.StatusCode), Is.EqualTo(new[] { 201, 200, 200, 200 }));
        Assert.That((mia.Name, mia.Locale, mia.UpdatedAt - mia.CreatedAt), Is.EqualTo(("Mia M.", "de", TimeSpan.FromMinutes(1))));
        Assert.That((Users.Single(user => user.Id == mia.Id).ExternalId, Users.Single(user => user.Id == mia.Id).Role), Is.EqualTo(((string?)null, "agent")));
    }

    [TestCase("POST", "users", """{"user":{"email":"x@acme.example"}}""", ExpectedResult = "422 name")]
    [TestCase("POST", "users", """{"user":{"name":"x","email":"ADMIN@local.example"}}""", ExpectedResult = "422 email")]
    [TestCase("POST", "users/create_or_update", """{"user":{"name":"x","role":"king"}}""", ExpectedResult = "422 role")]
    [TestCase("PUT", "users/7", """{"user":{"name":"x"}}""", ExpectedResult = "404 ")]
    [TestCase("GET", "users/search", null, ExpectedResult = "400 ")]
    [TestCase("GET", "users/show_many", null, ExpectedResult = "400 ")]
    [TestCase("GET", "users/show_many?external_ids=", null, ExpectedResult = "400 ")]
    public async Task<string> What_is_no_user_is_refused(string method, string path, string? body)
    {
        using var response = await SendAsync(new HttpMethod(method), path, body is null ? null : JsonNode.Parse(body));

        var details = (await response.JsonAsync())["details"] as JsonObject;
        return $"{(int)response.StatusCode} {details?.Single().Key}";
    }

    private static IEnumerable<string?> Emails(JsonObject answer) => answer["users"]!.AsArray().Select(static user => (string?)user!["email"]);

    private Task<HttpResponseMessage> WriteAsync(HttpMethod method, string path, JsonObject user) => SendAsync(method, path, new JsonObject { ["user"] = user });
}
