namespace AuthProfiles.AzureOpenAI.Telemetry;

/// <summary>The names of attributes, by the semantic conventions of OpenTelemetry for generative AI and for Azure. Names are promised.</summary>
internal static class TagName
{
    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string ResourceProvider = "azure.resource_provider.namespace";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string ErrorType = "error.type";

    // The SDKs of Azure call it so; the conventions have a name for the service's id only.
    public const string ClientRequestId = "az.client_request_id";
    public const string ServiceRequestId = "azure.service.request.id";

    public const string Deployment = "gen_ai.request.model";
    public const string MaxTokens = "gen_ai.request.max_tokens";
    public const string Temperature = "gen_ai.request.temperature";
    public const string TopP = "gen_ai.request.top_p";
    public const string FrequencyPenalty = "gen_ai.request.frequency_penalty";
    public const string PresencePenalty = "gen_ai.request.presence_penalty";
    public const string Seed = "gen_ai.request.seed";
    public const string Stop = "gen_ai.request.stop_sequences";
    public const string ChoiceCount = "gen_ai.request.choice.count";
    public const string EncodingFormats = "gen_ai.request.encoding_formats";
    public const string IsStream = "gen_ai.request.stream";
    public const string OutputType = "gen_ai.output.type";
    public const string Dimensions = "gen_ai.embeddings.dimension.count";
    public const string ApiType = "openai.api.type";
    public const string RequestTier = "openai.request.service_tier";

    public const string ResponseId = "gen_ai.response.id";
    public const string ResponseModel = "gen_ai.response.model";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string TimeToFirstChunk = "gen_ai.response.time_to_first_chunk";
    public const string ResponseTier = "openai.response.service_tier";
    public const string Fingerprint = "openai.response.system_fingerprint";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string CachedInputTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string ReasoningTokens = "gen_ai.usage.reasoning.output_tokens";
    public const string TokenType = "gen_ai.token.type";

    public const string InputMessages = "gen_ai.input.messages";
    public const string OutputMessages = "gen_ai.output.messages";
}
