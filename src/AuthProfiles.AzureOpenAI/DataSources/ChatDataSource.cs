using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>A store of the application's own data that the service searches for an answer.</summary>
/// <remarks>Immutable and thread-safe. The kinds are the connector's own; <see cref="FromJson"/> takes every other one.</remarks>
public abstract record ChatDataSource
{
    private protected ChatDataSource()
    {
    }

    /// <summary>Makes a data source of any kind.</summary>
    /// <param name="json">The data source as the service's reference has it, a JSON object with <c>type</c> and <c>parameters</c>. It is copied.</param>
    /// <returns>The data source.</returns>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    public static ChatDataSource FromJson(JsonElement json) => new JsonDataSource(json);

    internal abstract void Write(Utf8JsonWriter json);
}
