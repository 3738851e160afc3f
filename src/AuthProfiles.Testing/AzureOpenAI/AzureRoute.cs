using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>What an address means: the deployment-scoped family, with the deployment in the path, or v1, with it in the body.</summary>
internal sealed class AzureRoute
{
    private static readonly Dictionary<string, IAzureOperation> s_operations = new(StringComparer.Ordinal)
    {
        ["chat/completions"] = new ChatOperation(),
        ["embeddings"] = new EmbeddingsOperation(),
    };

    private readonly IAzureOperation? _operation;
    private readonly string? _deployment;

    private AzureRoute(IAzureOperation? operation, string? deployment, bool isVersion1)
    {
        _operation = operation;
        _deployment = deployment;
        IsVersion1 = isVersion1;
    }

    public bool IsVersion1 { get; }

    public static AzureRoute? Of(LocalRequest request) => request.Segments switch
    {
        ["openai", "deployments", var deployment, ..] when request.Method == HttpMethod.Post && HasVersion(request) && Operation(request, 3) is { } operation =>
            new AzureRoute(operation, deployment, isVersion1: false),
        ["openai", "v1", "models"] when request.Method == HttpMethod.Get => new AzureRoute(operation: null, deployment: null, isVersion1: true),
        ["openai", "v1", ..] when request.Method == HttpMethod.Post && Operation(request, 2) is { } operation =>
            new AzureRoute(operation, deployment: null, isVersion1: true),
        _ => null,
    };

    public LocalResponse Answer(AzureCall call)
    {
        if (_operation is null)
        {
            return Models(call);
        }

        if (!call.Request.HasMediaType("application/json") || !call.Request.TryReadObject(out var body))
        {
            return AzureError.Invalid("The body is not a JSON object with the content type application/json.", parameter: null);
        }

        var name = _deployment ?? (body.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null);
        if (string.IsNullOrEmpty(name))
        {
            return AzureError.Invalid("You must provide a model parameter.", "model");
        }

        return call.Resource.Find(name, _operation.Kind) switch
        {
            null => AzureError.DeploymentNotFound(),
            { } deployment when deployment.Kind != _operation.Kind => AzureError.WrongModel(_operation.Name),
            { } deployment => _operation.Answer(call, deployment, body),
        };
    }

    private static IAzureOperation? Operation(LocalRequest request, int skip) => s_operations.GetValueOrDefault(string.Join('/', request.Segments.Skip(skip)));

    // yyyy-MM-dd or yyyy-MM-dd-preview. The service answers 404 to anything else, as to a wrong path.
    private static bool HasVersion(LocalRequest request) =>
        request.Query["api-version"] is { Length: >= 10 } version
        && DateOnly.TryParseExact(version.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && version[10..] is "" or "-preview";

    private static LocalResponse Models(AzureCall call) => LocalResponse.Json(HttpStatusCode.OK, new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. call.Resource.DeploymentNames().Select(name => new JsonObject { ["id"] = name, ["object"] = "model" })]),
    });
}
