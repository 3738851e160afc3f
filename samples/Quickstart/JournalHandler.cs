namespace Quickstart;

/// <summary>Writes each request into the journal. The credential is put on below it: a handler of one's own never sees it.</summary>
internal sealed class JournalHandler(Journal journal) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            journal.Add(request.Method, request.RequestUri!, $"{(int)response.StatusCode}");
            return response;
        }
        catch (HttpRequestException)
        {
            journal.Add(request.Method, request.RequestUri!, "no answer");
            throw;
        }
    }
}
