using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>An index of Azure AI Search.</summary>
/// <remarks>Immutable and thread-safe. What is not set is not sent, so the service's own defaults hold.</remarks>
public sealed record AzureSearchDataSource : ChatDataSource
{
    /// <summary>Initializes a new instance of the <see cref="AzureSearchDataSource"/> class.</summary>
    /// <param name="endpoint">The address of the search service. It is sent as it is given.</param>
    /// <param name="index">The name of the index.</param>
    /// <param name="authentication">How the service authorizes itself at the index.</param>
    public AzureSearchDataSource(string endpoint, string index, DataSourceAuthentication authentication)
    {
        ArgumentException.ThrowIfNullOrEmpty(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(index);
        ArgumentNullException.ThrowIfNull(authentication);
        (Endpoint, Index, Authentication) = (endpoint, index, authentication);
    }

    /// <summary>Gets the address of the search service.</summary>
    public string Endpoint { get; }

    /// <summary>Gets the name of the index.</summary>
    public string Index { get; }

    /// <summary>Gets how the service authorizes itself at the index.</summary>
    public DataSourceAuthentication Authentication { get; }

    /// <summary>Gets how the index is searched: <c>simple</c>, <c>semantic</c>, <c>vector</c>, <c>vector_simple_hybrid</c> or <c>vector_semantic_hybrid</c>. The set is open.</summary>
    public string? QueryType { get; init; }

    /// <summary>Gets the index's semantic configuration, for the semantic kinds of search.</summary>
    public string? SemanticConfiguration { get; init; }

    /// <summary>Gets the filter of the search, in the index's own language.</summary>
    public string? Filter { get; init; }

    /// <summary>Gets what turns the question into a vector, for the kinds of search by vectors.</summary>
    public DataSourceVectorization? Vectorization { get; init; }

    /// <summary>Gets which fields hold what.</summary>
    public AzureSearchFields? Fields { get; init; }

    /// <summary>Gets whether the model answers from the data alone.</summary>
    public bool? InScope { get; init; }

    /// <summary>Gets how well a document has to fit, from 1 to 5.</summary>
    public int? Strictness { get; init; }

    /// <summary>Gets how many documents the model sees.</summary>
    public int? TopDocuments { get; init; }

    /// <summary>Gets how many searches one question may become.</summary>
    public int? MaxSearchQueries { get; init; }

    /// <summary>Gets whether an answer is made although some searches failed.</summary>
    public bool? AllowPartialResult { get; init; }

    /// <summary>Gets what the answer's context holds: <c>citations</c>, <c>intent</c>, <c>all_retrieved_documents</c>. The set is open.</summary>
    public ImmutableArray<string> IncludeContexts { get; init; } = [];

    /// <summary>Gets instructions to the model about its role, which older versions take here.</summary>
    public string? RoleInformation { get; init; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "azure_search"u8);
        json.WriteStartObject("parameters"u8);
        json.WriteString("endpoint"u8, Endpoint);
        json.WriteString("index_name"u8, Index);
        Authentication.Write(json);
        JsonWrite.Text(json, "query_type"u8, QueryType);
        JsonWrite.Text(json, "semantic_configuration"u8, SemanticConfiguration);
        JsonWrite.Text(json, "filter"u8, Filter);
        Vectorization?.Write(json);
        Fields?.Write(json);
        JsonWrite.Flag(json, "in_scope"u8, InScope);
        JsonWrite.Number(json, "strictness"u8, Strictness);
        JsonWrite.Number(json, "top_n_documents"u8, TopDocuments);
        JsonWrite.Number(json, "max_search_queries"u8, MaxSearchQueries);
        JsonWrite.Flag(json, "allow_partial_result"u8, AllowPartialResult);
        JsonWrite.Texts(json, "include_contexts"u8, IncludeContexts);
        JsonWrite.Text(json, "role_information"u8, RoleInformation);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
