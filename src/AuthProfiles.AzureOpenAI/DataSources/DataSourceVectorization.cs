using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>What turns a question into a vector for a search by vectors.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DataSourceVectorization
{
    private readonly string _type;
    private readonly string? _place;
    private readonly DataSourceAuthentication? _authentication;

    private DataSourceVectorization(string type, string? place = null, DataSourceAuthentication? authentication = null) =>
        (_type, _place, _authentication) = (type, place, authentication);

    /// <summary>Gets the vectorization that the search index does itself.</summary>
    public static DataSourceVectorization Integrated { get; } = new("integrated");

    /// <summary>Gets the length of the vectors.</summary>
    /// <value>The default is the model's.</value>
    public int? Dimensions { get; init; }

    /// <summary>Makes the vectorization by a deployment of the same resource.</summary>
    /// <param name="name">The name of an embedding deployment.</param>
    /// <returns>The vectorization.</returns>
    public static DataSourceVectorization Deployment(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new("deployment_name", name);
    }

    /// <summary>Makes the vectorization by an embedding endpoint.</summary>
    /// <param name="url">The endpoint's address. It is sent as it is given.</param>
    /// <param name="authentication">A key or a token for the endpoint.</param>
    /// <returns>The vectorization.</returns>
    public static DataSourceVectorization Endpoint(string url, DataSourceAuthentication authentication)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentNullException.ThrowIfNull(authentication);
        return new("endpoint", url, authentication);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("embedding_dependency"u8);
        json.WriteString("type"u8, _type);
        if (_place is not null)
        {
            json.WriteString(_type, _place);
        }

        _authentication?.Write(json);
        JsonWrite.Number(json, "dimensions"u8, Dimensions);
        json.WriteEndObject();
    }
}
