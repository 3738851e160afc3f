using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Chat;

/// <summary>What a request looks like on the wire.</summary>
internal static class ChatBodies
{
    /// <summary>The body of a request with one question, before and after the members to look at.</summary>
    public const string Start = """{"messages":[{"role":"user","content":"x"}],""";

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static Dictionary<string, JsonElement> Bag(string name, string json) => new() { [name] = Json(json) };

    public static async Task<string> SentAsync(ChatRequest request)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        await stub.Client().CompleteChatAsync(request);
        return stub.Body;
    }

    /// <summary>Expects that a request is refused and that nothing was sent.</summary>
    public static async Task<string> RefusedAsync(ChatRequest request)
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        var error = await Assert.CatchAsync<ArgumentException>(() => stub.Client().CompleteChatAsync(request));
        Assert.That(stub.Uri, Is.Null);
        return error!.Message;
    }
}
