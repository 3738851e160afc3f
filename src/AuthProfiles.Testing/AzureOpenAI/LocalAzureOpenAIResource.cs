using System.Collections.Concurrent;
using AuthProfiles.Testing.AzureOpenAI;

namespace AuthProfiles.Testing;

/// <summary>An Azure OpenAI resource: its keys, its directory and its deployments.</summary>
/// <remarks>Thread-safe. What is not set is not checked.</remarks>
public sealed class LocalAzureOpenAIResource
{
    private readonly ConcurrentDictionary<string, AzureDeployment> _deployments = new(StringComparer.OrdinalIgnoreCase);
    private volatile SecretValue? _key1;
    private volatile SecretValue? _key2;
    private volatile string? _directory;

    internal LocalAzureOpenAIResource(string name) => Name = name;

    /// <summary>Gets the resource's name, the first label of its host.</summary>
    public string Name { get; }

    /// <summary>Gets or sets KEY1 of the resource.</summary>
    /// <value>The default is null. While both keys are null, any key is accepted.</value>
    public SecretValue? Key1
    {
        get => _key1;
        set => _key1 = value;
    }

    /// <summary>Gets or sets KEY2 of the resource, as good as KEY1.</summary>
    /// <value>The default is null.</value>
    public SecretValue? Key2
    {
        get => _key2;
        set => _key2 = value;
    }

    /// <summary>Gets or sets the Entra directory of the resource, as it stands in the token endpoint's address.</summary>
    /// <value>The default is null: a token of any directory is accepted.</value>
    public string? Directory
    {
        get => _directory;
        set => _directory = value;
    }

    /// <summary>Adds a deployment for chat; from the first deployment on, unknown names are refused.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="model">The model that answers name; null for the deployment's name.</param>
    public void AddChatDeployment(string deployment, string? model = null) => Add(deployment, new AzureDeployment(model ?? deployment, AzureModelKind.Chat));

    /// <summary>Adds a deployment for embeddings; from the first deployment on, unknown names are refused.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="model">The model that answers name; null for the deployment's name.</param>
    public void AddEmbeddingDeployment(string deployment, string? model = null) =>
        Add(deployment, new AzureDeployment(model ?? deployment, AzureModelKind.Embedding));

    internal IEnumerable<string> DeploymentNames() => _deployments.Keys.Order(StringComparer.Ordinal);

    internal AzureDeployment? Find(string deployment, AzureModelKind wanted)
    {
        if (_deployments.IsEmpty)
        {
            return new AzureDeployment(deployment, wanted);
        }

        return _deployments.GetValueOrDefault(deployment);
    }

    internal bool Accepts(string key) =>
        (Key1 is null && Key2 is null) || string.Equals(Key1?.Reveal(), key, StringComparison.Ordinal) || string.Equals(Key2?.Reveal(), key, StringComparison.Ordinal);

    private void Add(string name, AzureDeployment deployment)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _deployments[name] = deployment;
    }
}
