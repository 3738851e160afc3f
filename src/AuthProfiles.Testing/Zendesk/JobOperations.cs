using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Jobs, as those who asked for them look at them.</summary>
internal static class JobOperations
{
    private const int MostAtOnce = 100;

    /// <summary>Begins a job and answers with how far it is.</summary>
    public static LocalResponse Begin(ZendeskCall call, string type, int total, JobWork work) =>
        call.Account.Jobs.Begin(type, total, work) is { } job ? Answer(call, job) : ZendeskError.TooManyJobs();

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Jobs.Find(call.Path.Key!) is { } job ? Answer(call, job) : ZendeskError.RecordNotFound();

    /// <summary>Those of the ids that are there; the others are passed over in silence.</summary>
    public static LocalResponse ShowMany(ZendeskCall call)
    {
        var ids = (call.Request.Query["ids"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > MostAtOnce)
        {
            return ZendeskError.BadIds(MostAtOnce);
        }

        return ZendeskPage.Whole("job_statuses", [.. ids.Distinct(StringComparer.Ordinal).Select(call.Account.Jobs.Find).OfType<LocalJob>().Select(job => job.ToJson(call.Api, call.Now))]);
    }

    /// <summary>The jobs, the latest first.</summary>
    public static LocalResponse List(ZendeskCall call) => ZendeskPage.Answer(
        call,
        "job_statuses",
        call.Account.Jobs.All(),
        static sort => sort is null ? static job => new(-job.Number, 0) : null,
        job => job.ToJson(call.Api, call.Now));

    private static LocalResponse Answer(ZendeskCall call, LocalJob job) =>
        LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("job_status", job.ToJson(call.Api, call.Now)));
}
