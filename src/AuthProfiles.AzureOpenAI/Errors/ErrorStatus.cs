using System.Globalization;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Finds the status that an error would have had: within a success, as in a stream, there is only its code to go by.</summary>
internal static class ErrorStatus
{
    private const int BadRequest = 400;
    private const int TooManyRequests = 429;
    private const int ServerError = 500;

    private static readonly (string Words, int Status)[] Codes =
    [
        ("rate_limit", TooManyRequests),
        ("RateLimit", TooManyRequests),
        ("too_many_requests", TooManyRequests),
        ("TooManyRequests", TooManyRequests),
        ("NoCapacity", TooManyRequests),
        ("server_error", ServerError),
        ("InternalServer", ServerError),
        ("InternalError", ServerError),
        ("Unavailable", ServerError),
        ("timeout", ServerError),
        ("overloaded", ServerError),
    ];

    public static int Of(ErrorBody body)
    {
        if (int.TryParse(body.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= BadRequest and < 600)
        {
            return status;
        }

        foreach (var (words, meant) in Codes)
        {
            if (body.Code?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
            {
                return meant;
            }
        }

        // A request that began to be answered was no bad one, unless the service says what was bad about it.
        return body.Code is null && body.InnerCode is null ? ServerError : BadRequest;
    }
}
