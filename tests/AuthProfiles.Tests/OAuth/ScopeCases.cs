namespace AuthProfiles.Tests.OAuth;

internal static class ScopeCases
{
    private static readonly TokenAnswerFormat Comma = new() { ScopeSeparator = "," };

    public static IEnumerable<TokenCase> All =>
    [
        Granted("granted scope", "\"read write\"", "read write"),
        Granted("granted scope", "\"read\"", "read"),
        Granted("granted scope", "\"https://api.example/.default\"", "https://api.example/.default"),
        Granted("granted scope", "\"read,write\"", "read,write"),
        Granted("granted scope", "\" read  write \"", "read write"),
        Granted("granted scope in an array", "[\"read\"]", "read"),
        Granted("granted scope in an array", "[\"read\",\"write\"]", "read write"),
        Granted("granted scope in an array", "[4,5]", "4 5"),
        Granted("granted scope in an array", "[\"read\",null,{\"a\":1},[\"x\"],\"\\ud800\"]", "read"),
        Granted("scope left out", "null", null),
        Granted("scope left out", "\"\"", null),
        Granted("scope left out", "\" \"", null),
        Granted("scope left out", "[]", null),
        Granted("scope left out", "{}", null),
        Granted("scope left out", "7", null),
        Granted("scope left out", "\"\\ud800\"", null),
        TokenCase.Taken("scope left out", "no member", """{"access_token":"at","token_type":"Bearer"}"""),
    ];

    public static IEnumerable<TokenCase> Separated =>
    [
        Granted("scope with another separator", "\"read,write\"", "read write") with { Format = Comma },
        Granted("scope with another separator", "\"read, write,\"", "read write") with { Format = Comma },
        Granted("scope with another separator", "[\"read\",\"write\"]", "read write") with { Format = Comma },
        Granted("scope with another separator", "\",\"", null) with { Format = Comma },
    ];

    private static TokenCase Granted(string @class, string value, string? scope) =>
        TokenCase.Taken(@class, value, $$"""{"access_token":"at","token_type":"Bearer","scope":{{value}}}""") with { Scope = scope };
}
