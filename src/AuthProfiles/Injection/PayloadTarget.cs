using System.Collections.Frozen;
using System.Net.Http.Headers;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Injection;

/// <summary>A request whose body may carry a credential, already checked for that.</summary>
internal readonly struct PayloadTarget
{
    private const string UseHeader = "Send the credential in a header.";

    private static readonly JsonPayload Json = new();
    private static readonly FormPayload Form = new();

    // What is computed over the body, or says that the bytes are not the text: an edit would make it wrong.
    private static readonly FrozenSet<string> Seals = new[]
    {
        "Content-Encoding", "Content-MD5", "Content-Range", "Digest", "Content-Digest", "Repr-Digest", "Signature", "Signature-Input",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private PayloadTarget(PayloadPlan plan, HttpRequestMessage request, HttpContent content, BodyType type, InjectionRules rules)
    {
        Plan = plan;
        Request = request;
        Content = content;
        Type = type;
        Rules = rules;
    }

    public PayloadPlan Plan { get; }

    public HttpRequestMessage Request { get; }

    public HttpContent Content { get; }

    public BodyType Type { get; }

    public InjectionRules Rules { get; }

    public IPayloadFormat Format => Type.Kind == BodyKind.Json ? Json : Form;

    public static PayloadTarget Of(Credential credential, HttpRequestMessage request, InjectionRules rules)
    {
        var plan = PayloadPlan.Of(credential);
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Delete || request.Method == HttpMethod.Trace)
        {
            throw Refusal.Because(rules, plan.Fields[0], $"a body on {request.Method} has no meaning (RFC 9110, section 9.3)", UseHeader);
        }

        if (request.Content is not { } content)
        {
            throw Refusal.Because(rules, plan.Fields[0], "the request has no body", "Send a JSON object, a form or a multipart form.");
        }

        CheckSeals(request.Headers, plan, rules);
        return new(plan, request, content, CheckType(BodyType.Of(CheckSeals(content.Headers, plan, rules)), plan, rules), rules);
    }

    private static BodyType CheckType(BodyType type, PayloadPlan plan, InjectionRules rules)
    {
        if (type.Kind == BodyKind.Other)
        {
            throw Refusal.Because(
                rules,
                plan.Fields[0],
                type.Text is null ? "the body has no content type" : $"a body of type '{Printable.Escape(type.Text)}' can't carry it",
                "Send a JSON object, a form or a multipart form, and say so in Content-Type.");
        }

        return type is { Charset: { } charset, Kind: not BodyKind.Multipart } && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? throw Refusal.Because(rules, plan.Fields[0], $"the body is in '{Printable.Escape(charset)}'", "Send it in UTF-8.")
            : type;
    }

    // One look at each header: the type is found on the way, as it is written and without changing how it is stored.
    private static string? CheckSeals(HttpHeaders headers, PayloadPlan plan, InjectionRules rules)
    {
        string? type = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = values.ToString();
            }
            else if (Seals.Contains(name))
            {
                throw Refusal.Because(rules, plan.Fields[0], $"the header '{name}' was computed over the body, or says that it is encoded", $"Leave '{name}' out, or send the credential in a header.");
            }
        }

        return type;
    }
}
