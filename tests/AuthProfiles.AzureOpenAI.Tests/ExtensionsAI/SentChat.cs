using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>What a chat client sends.</summary>
internal static class SentChat
{
    /// <summary>The messages of <see cref="WithAsync"/>, with the comma behind them.</summary>
    public const string Start = """{"messages":[{"role":"user","content":"x"}]""";

    /// <summary>Asks one question with options; returns the body without the question.</summary>
    public static async Task<string> WithAsync(ChatOptions? options)
    {
        var body = await BodyAsync([new(ChatRole.User, "x")], options);
        Assert.That(body, Does.StartWith(Start));
        return body[Start.Length..^1].TrimStart(',');
    }

    /// <summary>Returns the messages of the body.</summary>
    public static async Task<string> MessagesAsync(params ChatMessage[] messages)
    {
        var body = await BodyAsync(messages, null);
        return body["""{"messages":[""".Length..^"]}".Length];
    }

    public static async Task<string> BodyAsync(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        using var client = new AzureOpenAIChatClient(stub.Client());
        await client.GetResponseAsync(messages, options);
        return stub.Body;
    }

    /// <summary>Expects that a call is refused, streamed or not, and that nothing is sent.</summary>
    public static async Task<string> RefusedAsync<T>(ChatMessage message, ChatOptions? options = null)
        where T : Exception
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        using var client = new AzureOpenAIChatClient(stub.Client());
        var error = await Assert.CatchAsync<T>(() => client.GetResponseAsync([message], options));
        await Assert.CatchAsync<T>(async () => await client.GetStreamingResponseAsync([message], options).GetAsyncEnumerator().MoveNextAsync());
        Assert.That(stub.Uri, Is.Null);
        return error!.Message;
    }

    public static Task<string> RefusedAsync<T>(ChatOptions options)
        where T : Exception => RefusedAsync<T>(new ChatMessage(ChatRole.User, "x"), options);
}
