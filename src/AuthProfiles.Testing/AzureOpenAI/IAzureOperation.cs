using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

internal interface IAzureOperation
{
    string Name { get; }

    AzureModelKind Kind { get; }

    LocalResponse Answer(AzureCall call, AzureDeployment deployment, JsonElement body);
}
