using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>What Azure OpenAI answers.</summary>
internal static class AzureAnswers
{
    /// <summary>Gets a short answer with everything that the service adds to it.</summary>
    public static byte[] Chat { get; } = Encoding.UTF8.GetBytes(
        """
        {"id":"chatcmpl-CXy5hAk2nJbqk9pDqTdYtmcJGkgaq","object":"chat.completion","created":1762345678,"model":"gpt-4o-mini-2024-07-18","system_fingerprint":"fp_efad92c60b",
        "choices":[{"index":0,"finish_reason":"stop","logprobs":null,"message":{"role":"assistant","content":"The printer on the third floor is on fire. Call the fire department, then IT.","refusal":null,"annotations":[]},
        "content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"protected_material_code":{"filtered":false,"detected":false},"protected_material_text":{"filtered":false,"detected":false},
        "self_harm":{"filtered":false,"severity":"safe"},"sexual":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"low"}}}],
        "prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":false,"detected":false},
        "self_harm":{"filtered":false,"severity":"safe"},"sexual":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"safe"}}}],
        "usage":{"prompt_tokens":34,"completion_tokens":18,"total_tokens":52,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},
        "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}}
        """);
}
