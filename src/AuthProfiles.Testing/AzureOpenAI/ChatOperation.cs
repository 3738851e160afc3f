using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Chat completions, whole and as a stream.</summary>
internal sealed class ChatOperation : IAzureOperation
{
    private int _answered;

    public string Name => "chatCompletion";

    public AzureModelKind Kind => AzureModelKind.Chat;

    public LocalResponse Answer(AzureCall call, AzureDeployment deployment, JsonElement body)
    {
        if (!ChatRequest.TryRead(body, out var request, out var refusal))
        {
            return refusal;
        }

        var answer = call.Answers.Next() ?? ByItself(request);
        if (answer.Tool is { } tool && !request.Tools.Contains(tool, StringComparer.Ordinal))
        {
            return AzureError.Invalid($"The answer that was set calls the tool '{tool}', which the request does not offer.", "tools");
        }

        var completion = new ChatCompletionAnswer(Interlocked.Increment(ref _answered), call.Now, deployment.Model, request, answer);
        var response = request.Streams
            ? LocalResponse.Text(HttpStatusCode.OK, Events(completion)).With("Content-Type", "text/event-stream; charset=utf-8")
            : LocalResponse.Json(HttpStatusCode.OK, completion.Whole());
        return response.With("x-ratelimit-remaining-requests", "99").With("x-ratelimit-remaining-tokens", "9900");
    }

    private static LocalAnswer ByItself(ChatRequest request)
    {
        var text = request.Messages[^1] is { Role: "tool" } result ? result.Text : DefaultAnswer.To(request.Messages);
        return new(request.Schema is { } schema ? new SchemaAnswer(text).In(schema) : text);
    }

    private static string Events(ChatCompletionAnswer completion)
    {
        var events = new StringBuilder();
        foreach (var chunk in completion.Chunks())
        {
            events.Append("data: ").Append(chunk.ToJsonString()).Append("\n\n");
        }

        return events.Append("data: [DONE]\n\n").ToString();
    }
}
