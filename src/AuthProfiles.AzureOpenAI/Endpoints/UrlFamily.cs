namespace AuthProfiles;

/// <summary>Says which of the two address families of Azure OpenAI a client calls.</summary>
public enum UrlFamily
{
    /// <summary><c>openai/deployments/{deployment}/…?api-version=…</c>: the deployment is a path segment, the version is required.</summary>
    Deployment,

    /// <summary><c>openai/v1/…</c>: the deployment's name goes into the body as <c>model</c>, the version is optional.</summary>
    V1,
}
