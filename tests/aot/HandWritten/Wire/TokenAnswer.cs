namespace HandWritten.Wire;

internal sealed record TokenAnswer(string AccessToken, int ExpiresIn = 3600);
