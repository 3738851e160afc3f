using System.Globalization;
using System.Text;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Writes the sentences of a <see cref="ZendeskException"/>: what was asked, what came, what to do.</summary>
internal static class ErrorMessage
{
    private const int MostDetails = 3;

    public static string Write(ZendeskErrorKind kind, ZendeskRefusal? refusal, HttpRequestMessage request, string path, HttpResponseMessage response, ErrorBody body)
    {
        var message = new StringBuilder();
        message.Append(CultureInfo.InvariantCulture, $"{Service(request)} answered {Operation(request, path)} with {(int)response.StatusCode}");
        if (body.Code is { } code)
        {
            message.Append(' ').Append(code);
        }

        if (body.Description is { } description)
        {
            message.Append(": ").Append(description.TrimEnd('.'));
        }

        if (body.Details.Count > 0)
        {
            message.Append(" (").AppendJoin("; ", body.Details.Take(MostDetails).Select(Line)).Append(')');
        }

        return message.Append(". ").Append(Cure.For(kind, refusal, request, response, body)).ToString().TrimEnd();
    }

    /// <summary>Names the account by its host, which is there once the request has been on its way.</summary>
    public static string Service(HttpRequestMessage request) =>
        request.RequestUri is { IsAbsoluteUri: true } address ? $"Zendesk ({address.IdnHost})" : "Zendesk";

    /// <summary>Names the operation without its query, which holds what people search for.</summary>
    public static string Operation(HttpRequestMessage request, string path)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return $"{request.Method} {(query < 0 ? path : path[..query])}";
    }

    private static string Line(ZendeskFieldError detail)
    {
        var text = detail.Description ?? detail.Code ?? "refused";
        return detail.Field.Length == 0 ? text : $"{detail.Field}: {text}";
    }
}
