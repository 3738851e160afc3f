using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Tests.Chat;

namespace AuthProfiles.AzureOpenAI.Tests.DataSources;

internal sealed class ChatDataSourceTests
{
    private const string Least = """{"type":"azure_search","parameters":{"endpoint":"https://s.search.windows.net","index_name":"docs","authentication":{"type":"system_assigned_managed_identity"}""";

    private static readonly AzureSearchDataSource Search = new("https://s.search.windows.net", "docs", DataSourceAuthentication.SystemAssignedManagedIdentity);

    private static IEnumerable<TestCaseData<ChatDataSource, string>> Members()
    {
        yield return new(Search, string.Empty);
        yield return new(Search with { QueryType = "vector" }, ",\"query_type\":\"vector\"");
        yield return new(Search with { SemanticConfiguration = "c" }, ",\"semantic_configuration\":\"c\"");
        yield return new(Search with { Filter = "a eq 'b'" }, ",\"filter\":\"a eq 'b'\"");
        yield return new(Search with { InScope = false }, ",\"in_scope\":false");
        yield return new(Search with { Strictness = 3 }, ",\"strictness\":3");
        yield return new(Search with { TopDocuments = 5 }, ",\"top_n_documents\":5");
        yield return new(Search with { MaxSearchQueries = 2 }, ",\"max_search_queries\":2");
        yield return new(Search with { AllowPartialResult = true }, ",\"allow_partial_result\":true");
        yield return new(Search with { IncludeContexts = ["citations", "intent"] }, ",\"include_contexts\":[\"citations\",\"intent\"]");
        yield return new(Search with { RoleInformation = "r" }, ",\"role_information\":\"r\"");
        yield return new(Search with { Fields = new() }, ",\"fields_mapping\":{}");
        yield return new(
            Search with { Fields = new() { Title = "t", Url = "u", FilePath = "f", Content = ["c"], ContentSeparator = "\n", Vectors = ["v"], ImageVectors = ["i"] } },
            ",\"fields_mapping\"" + """:{"title_field":"t","url_field":"u","filepath_field":"f","content_fields":["c"],"content_fields_separator":"\n","vector_fields":["v"],"image_vector_fields":["i"]}""");
        yield return new(Search with { Vectorization = DataSourceVectorization.Integrated }, ",\"embedding_dependency\":{\"type\":\"integrated\"}");
        yield return new(
            Search with { Vectorization = DataSourceVectorization.Deployment("ada") with { Dimensions = 256 } },
            ",\"embedding_dependency\":{\"type\":\"deployment_name\",\"deployment_name\":\"ada\",\"dimensions\":256}");
        yield return new(
            Search with { Vectorization = DataSourceVectorization.Endpoint("https://e.example/x%20y", DataSourceAuthentication.ApiKey("k3y")) },
            ",\"embedding_dependency\":{\"type\":\"endpoint\",\"endpoint\":\"https://e.example/x%20y\",\"authentication\":{\"type\":\"api_key\",\"key\":\"k3y\"}}");
    }

    [TestCaseSource(nameof(Members))]
    public async Task A_setting_goes_out_under_its_name(ChatDataSource source, string members) =>
        Assert.That(await SentAsync(source), Is.EqualTo(ChatBodies.Start + "\"data_sources\":[" + Least + members + "}}]}"));

    private static IEnumerable<TestCaseData<DataSourceAuthentication, string>> Ways()
    {
        yield return new(DataSourceAuthentication.ApiKey("s3cret"), """{"type":"api_key","key":"s3cret"}""");
        yield return new(DataSourceAuthentication.AccessToken("s3cret"), """{"type":"access_token","access_token":"s3cret"}""");
        yield return new(
            DataSourceAuthentication.UserAssignedManagedIdentity("/subscriptions/s3cret"), """{"type":"user_assigned_managed_identity","managed_identity_resource_id":"/subscriptions/s3cret"}""");
    }

    [TestCaseSource(nameof(Ways))]
    public async Task A_way_of_authorization_is_sent_and_never_printed(DataSourceAuthentication way, string json)
    {
        var source = new AzureSearchDataSource("https://s.search.windows.net", "docs", way);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await SentAsync(source), Does.Contain("\"authentication\":" + json));
            Assert.That($"{way} {source} {new ChatRequest("x") { DataSources = [source] }}", Does.Not.Contain("s3cret"));
        });
    }

    [Test]
    public async Task Any_other_data_source_goes_out_as_it_is_written()
    {
        var source = ChatDataSource.FromJson(ChatBodies.Json("""{ "type": "elasticsearch", "parameters": { "key": "s3cret" } }"""));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await SentAsync(source), Does.EndWith("""[{ "type": "elasticsearch", "parameters": { "key": "s3cret" } }]}"""));
            Assert.That(source.ToString(), Does.Not.Contain("s3cret"));
            Assert.That(() => ChatDataSource.FromJson(ChatBodies.Json("[]")), Throws.ArgumentException);
        });
    }

    private static Task<string> SentAsync(ChatDataSource source) => ChatBodies.SentAsync(new ChatRequest("x") { DataSources = [source] });
}
