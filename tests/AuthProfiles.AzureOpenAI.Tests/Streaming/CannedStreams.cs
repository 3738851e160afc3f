namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>Streams as Azure, its gateways and its failures send them: one for each case.</summary>
internal static class CannedStreams
{
    private const string Tail = "\"created\":1741569952,\"id\":\"chatcmpl-1\",\"model\":\"gpt-4o-2024-11-20\",\"object\":\"chat.completion.chunk\",\"system_fingerprint\":\"fp_1\"";
    private const string Safe = "{\"hate\":{\"filtered\":false,\"severity\":\"safe\"},\"self_harm\":{\"filtered\":false,\"severity\":\"safe\"}}";
    private const string End = "data: [DONE]\n\n";

    public const string PromptFilter =
        "data: {\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":" + Safe + "}]}\n\n";

    public static readonly string Role = Chunk("{\"content_filter_results\":{},\"delta\":{\"content\":\"\",\"refusal\":null,\"role\":\"assistant\"},\"finish_reason\":null,\"index\":0,\"logprobs\":null}");

    public static readonly string Stop = Chunk("{\"content_filter_results\":{},\"delta\":{},\"finish_reason\":\"stop\",\"index\":0,\"logprobs\":null}");

    public const string UsageChunk = "data: {\"choices\":[]," + Tail + ",\"usage\":{\"completion_tokens\":3,\"prompt_tokens\":9,\"total_tokens\":12,\"completion_tokens_details\":{\"reasoning_tokens\":1},\"prompt_tokens_details\":{\"cached_tokens\":4}}}\n\n";

    /// <summary>Whole answers, each with the reading of a case: these end without an error.</summary>
    public static readonly IReadOnlyDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["plain"] = PromptFilter + Role + Text("Urgent") + Text(", \\u00fc\\n\\\"x\\\"") + Text(" 😀.") + Stop + UsageChunk + End,
        ["without done"] = Role + Text("Hi") + Stop,
        ["without the last blank line"] = Role + Text("Hi") + Stop.TrimEnd('\n'),
        ["asynchronous filter"] = PromptFilter + Role + Text("Hi") + Annotation(2) + Stop + Annotation(4) + End,
        ["older names and noise"] = "data: {\"choices\":[],\"prompt_annotations\":[{\"prompt_index\":0,\"content_filter_results\":{}}]}\n\n" + Noisy("Hi", "aXk1") + Noisy(" there", "p") + Noisy("", "") + Stop + End,
        ["carriage returns"] = (Role + Text("Hi") + Stop + End).Replace('\n', '\r'),
        ["both line endings"] = (Role + Text("Hi") + Stop + End).Replace("\n", "\r\n", StringComparison.Ordinal),
        ["mark, comments and no space"] = "\uFEFF: hello\n\n" + (Role + ": keep-alive\n" + Text("Hi") + ":\n\n" + Stop + End).Replace("data: ", "data:", StringComparison.Ordinal),
        ["data on several lines"] = "data: {\"choices\":\ndata:[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}],\nid: 7\nretry: 10\ndata\ndata: " + Tail + "}\n\n" + Stop + End,
        ["keep-alive events"] = Role + "event: keepalive\ndata: {\"type\":\"keepalive\",\"sequence_number\":1}\n\n" + Text("Hi") + "event: ping\ndata: \n\ndata: {\"type\":\"keepalive\"}\n\nevent: ping\n\n" + Stop + End,
        ["unmodelled events"] = Role + "event: thread.created\ndata: not JSON\n\n" + Text("Hi") + "event: response.new\ndata: [1,2]\n\nevent: response.status\ndata: {\"code\":\"queued\",\"message\":\"Wait.\"}\n\ndata: {\"new\":{\"a\":[1]},\"code\":null,\"message\":\"\"}\n\n" + Stop + End,
        ["named messages"] = (Role + Text("Hi") + Stop).Replace("data: {", "event: message\ndata: {", StringComparison.Ordinal) + End,
        ["refusal"] = Role + Delta("{\"refusal\":\"I \"}") + Delta("{\"refusal\":\"can't.\"}") + Stop + End,
        ["several answers"] = Delta("{\"role\":\"assistant\",\"content\":\"A\"}", 0) + Delta("{\"role\":\"assistant\",\"content\":\"B\"}", 1) + Delta("{\"content\":\"b\"}", 1) + Delta("{\"content\":\"a\"}", 0)
            + Chunk("{\"delta\":{},\"finish_reason\":\"stop\",\"index\":1}") + Chunk("{\"delta\":{\"content\":\"!\"},\"finish_reason\":\"length\",\"index\":0}") + End,
        ["several answers in one chunk"] = Chunk("{\"delta\":{\"content\":\"A\"},\"index\":0},{\"delta\":{\"content\":\"B\"},\"finish_reason\":\"stop\",\"index\":1}") + Stop + UsageChunk + End,
        ["tool calls"] = Role + Call(0, "", "call_a", "find") + Call(0, "{\\\"id\\\":") + Call(1, "{}", "call_b", "close") + Call(0, "1}")
            + Delta("{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\" \"}},{\"index\":2,\"id\":\"call_c\",\"type\":\"function\",\"function\":{\"name\":\"log\",\"arguments\":\"[\"}}]}")
            + Chunk("{\"delta\":{},\"finish_reason\":\"tool_calls\",\"index\":0}") + End,
        ["function call"] = Delta("{\"role\":\"assistant\",\"function_call\":{\"name\":\"find\",\"arguments\":\"\"}}") + Delta("{\"function_call\":{\"arguments\":\"{}\"}}") + Chunk("{\"delta\":{},\"finish_reason\":\"function_call\",\"index\":0}") + End,
        ["log probabilities"] = Chunk("{\"delta\":{\"content\":\"Hi\"},\"index\":0,\"logprobs\":{\"content\":[{\"token\":\"Hi\",\"logprob\":-0.5,\"bytes\":[72,105],\"top_logprobs\":[]}],\"refusal\":null}}")
            + Chunk("{\"delta\":{\"content\":\"!\"},\"index\":0,\"logprobs\":{\"content\":[{\"token\":\"!\",\"logprob\":-0.1,\"bytes\":null,\"top_logprobs\":[]}],\"refusal\":null}}") + Stop + End,
        ["new members"] = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\",\"thought\":\"Hm.\"},\"new\":1}],\"service_tier\":\"default\",\"code\":7," + Tail + "}\n\n" + Stop + End,
        ["rare pieces"] = Delta("{\"role\":\"assistant\",\"context\":{\"intent\":\"find\",\"citations\":[{\"content\":\"doc\",\"title\":\"T\"}]}}") + Delta("{\"reasoning_content\":\"H\"}") + Delta("{\"reasoning_content\":\"m.\"}")
            + Delta("{\"audio\":{\"id\":\"audio_1\",\"transcript\":\"Hel\"}}") + Delta("{\"audio\":{\"data\":\"AQI=\"}}") + Delta("{\"audio\":{\"data\":\"Aw==\",\"transcript\":\"lo\",\"expires_at\":1741569952}}")
            + Delta("{\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://example.com/\",\"title\":\"E\"}}]}") + Stop + End,
        ["withheld"] = Text("Hi") + Chunk("{\"content_filter_results\":{\"violence\":{\"filtered\":true,\"severity\":\"high\"}},\"delta\":{},\"finish_reason\":\"content_filter\",\"index\":0}") + End,
    };

    /// <summary>Streams that end in an error, and its kind.</summary>
    public static readonly IReadOnlyDictionary<string, (string Text, AzureOpenAIErrorKind Kind)> Broken = new Dictionary<string, (string, AzureOpenAIErrorKind)>
    {
        ["error as data"] = (Role + Text("Hi") + "data: {\"error\":{\"code\":\"server_error\",\"message\":\"The server had an error.\"}}\n\n", AzureOpenAIErrorKind.Unavailable),
        ["error as an event"] = (Role + "event: error\ndata: {\"error\":{\"code\":\"content_filter\",\"message\":\"Filtered.\"}}\n\n" + End, AzureOpenAIErrorKind.ContentFiltered),
        ["error without words"] = (Role + "event: error\ndata: gone\n\n", AzureOpenAIErrorKind.Unavailable),
        ["error without data"] = (Role + "event: error\n\n", AzureOpenAIErrorKind.Unavailable),
        ["error that blames the request"] = (Role + "data: {\"error\":{\"code\":\"invalid_prompt\",\"message\":\"No.\"}}\n\n", AzureOpenAIErrorKind.InvalidRequest),
        ["rate limit"] = ("data: {\"error\":{\"code\":\"429\",\"message\":\"Slow down.\"}}\n\n", AzureOpenAIErrorKind.RateLimited),
        ["flat error"] = (Role + "event: error\ndata: {\"code\":\"too_many_requests\",\"message\":\"Slow down.\"}\n\n", AzureOpenAIErrorKind.RateLimited),
        ["flat error around its name"] = (Role + "data: {\"code\":\"server_error\",\nevent: error\ndata: \"message\":\"something long\"}\n\n", AzureOpenAIErrorKind.Unavailable),
        ["flat error as data"] = (Role + Text("Hi") + "data: {\"code\":\"rate_limit_exceeded\",\"message\":\"oops\"}\n\n" + End, AzureOpenAIErrorKind.RateLimited),
        ["flat error of a gateway"] = (Role + "event: message\ndata: {\"statusCode\":429,\"message\":\"oops\"}\n\n", AzureOpenAIErrorKind.RateLimited),
        ["flat error without a code"] = (Role + "data: {\"message\":\"oops\"}\n\n" + End, AzureOpenAIErrorKind.Unavailable),
        ["cut between events"] = (Role + Text("Hi"), AzureOpenAIErrorKind.AnswerInterrupted),
        ["cut within an event"] = (Role + Text("Hi")[..^40], AzureOpenAIErrorKind.AnswerInterrupted),
        ["cut after one of two answers"] = (Delta("{\"content\":\"A\"}", 0) + Delta("{\"content\":\"B\"}", 1) + Stop, AzureOpenAIErrorKind.AnswerInterrupted),
        ["cut after comments"] = (": keep-alive\n\n: keep-alive\n\n", AzureOpenAIErrorKind.AnswerInterrupted),
        ["cut before anything"] = (string.Empty, AzureOpenAIErrorKind.AnswerInterrupted),
        ["cut after the prompt's filters"] = (PromptFilter, AzureOpenAIErrorKind.AnswerInterrupted),
        ["done before anything"] = (End, AzureOpenAIErrorKind.MalformedAnswer),
        ["error as a JSON body"] = ("{\n  \"error\": { \"code\": \"DeploymentNotFound\", \"message\": \"It does not exist.\" }\n}", AzureOpenAIErrorKind.DeploymentNotFound),
        ["a whole completion"] = (Wire.ServiceStub.Chat, AzureOpenAIErrorKind.MalformedAnswer),
        ["a page"] = ("<html>\n<body>Sign in</body>\n</html>\n", AzureOpenAIErrorKind.MalformedAnswer),
        ["a chunk that is no JSON"] = (Role + "data: {\"choices\":[}\n\n" + Stop + End, AzureOpenAIErrorKind.MalformedAnswer),
        ["a chunk with a text of another type"] = (Role + Delta("{\"content\":5}") + Stop + End, AzureOpenAIErrorKind.MalformedAnswer),
        ["half of a surrogate pair"] = (Text("a") + Text("\\ud800") + Stop + End, AzureOpenAIErrorKind.MalformedAnswer),
    };

    public static string Text(string json) => Chunk("{\"content_filter_results\":" + Safe + ",\"delta\":{\"content\":\"" + json + "\"},\"finish_reason\":null,\"index\":0,\"logprobs\":null}");

    public static string Delta(string delta, int index = 0) => Chunk("{\"content_filter_results\":{},\"delta\":" + delta + ",\"finish_reason\":null,\"index\":" + index + ",\"logprobs\":null}");

    public static string Chunk(string choice) => "data: {\"choices\":[" + choice + "]," + Tail + ",\"usage\":null}\n\n";

    private static string Noisy(string text, string noise) =>
        "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"index\":0}]," + Tail + ",\"obfuscation\":\"" + noise + "\"}\n\n";

    private static string Annotation(int end) =>
        "data: {\"choices\":[{\"content_filter_offsets\":{\"check_offset\":0,\"start_offset\":0,\"end_offset\":" + end + "},\"content_filter_results\":" + Safe + ",\"finish_reason\":null,\"index\":0}],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\"}\n\n";

    private static string Call(int index, string arguments, string? id = null, string? name = null) => Delta(
        "{\"tool_calls\":[{\"index\":" + index + (id is null ? "" : ",\"id\":\"" + id + "\",\"type\":\"function\"") + ",\"function\":{" + (name is null ? "" : "\"name\":\"" + name + "\",") + "\"arguments\":\"" + arguments + "\"}}]}");
}
