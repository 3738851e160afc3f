using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Webhooks;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The webhooks of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Webhooks"/>.</summary>
/// <remarks>
/// Only administrators may. Zendesk describes webhooks apart from the rest of its API, so that no contract server checks these operations:
/// they are written after its reference. Their requests are checked by <see cref="ZendeskWebhookSignature"/>. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class WebhooksClient
{
    private static readonly ApiPath Root = ApiPath.Of("webhooks");
    private static readonly ReadValue<Webhook> One = Answer.Of<Webhook>("webhook", WebhookReader.Read);
    private static readonly ReadValue<WebhookSigningSecret> Secret = Answer.Of<WebhookSigningSecret>("signing_secret", WebhookSigningSecretReader.Read);
    private static readonly ReadValue<WebhookTestResult> TestResult = Answer.Of<WebhookTestResult>("response", WebhookTestResultReader.Read);
    private static readonly PageReader<Webhook> Pages = new("webhooks", WebhookReader.Read);
    private static readonly PageReader<WebhookInvocation> Invocations = new("invocations", WebhookInvocationReader.Read);

    private readonly ZendeskTransport _transport;

    internal WebhooksClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the webhooks.</summary>
    /// <param name="options">The size of a page, where to begin, and the order (<c>name</c> or <c>status</c>). The default is pages of 100 from the first.</param>
    /// <param name="nameContains">A text that the names must have in them. The default is none.</param>
    /// <param name="status">The status they must have. The default is any.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The webhooks, each once.</returns>
    public IAsyncEnumerable<Webhook> ListAsync(PageOptions? options = null, string? nameContains = null, WebhookStatus? status = null, CancellationToken cancellationToken = default) =>
        All(nameContains, status).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the webhooks.</summary>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="nameContains">A text that the names must have in them. The default is none.</param>
    /// <param name="status">The status they must have. The default is any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Webhook>> ListPageAsync(PageOptions? options = null, string? nameContains = null, WebhookStatus? status = null, CancellationToken cancellationToken = default) =>
        All(nameContains, status).PageAsync(options, cancellationToken);

    /// <summary>Reads one webhook.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The webhook.</returns>
    public Task<Webhook> GetAsync(string id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.ThenKey(id), One, cancellationToken);

    /// <summary>Creates a webhook. It is not repeated by itself. A trial account has 10 at most.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Ends the wait; the webhook may have been created by then.</param>
    /// <returns>The webhook as Zendesk has it, with its id.</returns>
    public Task<Webhook> CreateAsync(NewWebhook webhook, CancellationToken cancellationToken = default)
    {
        WebhookChecks.Create(webhook);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("webhook", webhook, WebhookWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Creates a webhook that is like another. One that an app made can't be cloned.</summary>
    /// <param name="id">The id of the other.</param>
    /// <param name="cancellationToken">Ends the wait; the webhook may have been created by then.</param>
    /// <returns>The new webhook, with a secret of its own.</returns>
    public Task<Webhook> CloneAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.With("clone_webhook_id", id)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a webhook.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>A task that ends when the webhook is changed. Zendesk gives nothing back.</returns>
    public Task UpdateAsync(string id, WebhookUpdate update, CancellationToken cancellationToken = default)
    {
        WebhookChecks.Update(update);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Patch, Root.ThenKey(id), JsonBody.Of("webhook", update, WebhookWriter.Update)), cancellationToken);
    }

    /// <summary>Deletes a webhook. One that a trigger or automation calls can't be deleted.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="cancellationToken">Ends the wait; the webhook may have been deleted by then.</param>
    /// <returns>A task that ends when the webhook is deleted.</returns>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.ThenKey(id)), cancellationToken);

    /// <summary>Reads the secret with which a webhook's requests are signed. That of a webhook that an app made is not shown.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secret.</returns>
    public Task<WebhookSigningSecret> GetSigningSecretAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(SecretOf(id), Secret, cancellationToken);

    /// <summary>Gives a webhook another signing secret; requests are signed with it at once. It is not repeated by itself.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="cancellationToken">Ends the wait; the secret may be another by then.</param>
    /// <returns>The new secret.</returns>
    public Task<WebhookSigningSecret> ResetSigningSecretAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Post, SecretOf(id)) { IsRepeatable = false }, Secret, cancellationToken);

    /// <summary>Lets Zendesk call the endpoint of a webhook once.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="payload">The body to send. The default is Zendesk's choice.</param>
    /// <param name="cancellationToken">Ends the wait; the endpoint may have been called by then.</param>
    /// <returns>What the endpoint answered.</returns>
    public Task<WebhookTestResult> TestAsync(string id, string? payload = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return TestAsync(Root.Then("test").With("webhook_id", id), null, payload, cancellationToken);
    }

    /// <summary>Lets Zendesk call the endpoint of a webhook once that is not created. It is signed with <see cref="ZendeskWebhookSignature.TestSecret"/>.</summary>
    /// <param name="webhook">The webhook as it would be created.</param>
    /// <param name="payload">The body to send. The default is Zendesk's choice.</param>
    /// <param name="cancellationToken">Ends the wait; the endpoint may have been called by then.</param>
    /// <returns>What the endpoint answered.</returns>
    public Task<WebhookTestResult> TestAsync(NewWebhook webhook, string? payload = null, CancellationToken cancellationToken = default)
    {
        WebhookChecks.Create(webhook);
        return TestAsync(Root.Then("test"), webhook, payload, cancellationToken);
    }

    /// <summary>Walks through the calls of a webhook in the last 7 days.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="options">The size of a page, where to begin, and the order (<c>latest_completed_at</c> or <c>-latest_completed_at</c>). The default is pages of 100 from the first.</param>
    /// <param name="status">What must have become of them, such as <c>failed</c>. The default is anything.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The calls, each once.</returns>
    public IAsyncEnumerable<WebhookInvocation> ListInvocationsAsync(string id, PageOptions? options = null, string? status = null, CancellationToken cancellationToken = default) =>
        InvocationsOf(id, status).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the calls of a webhook in the last 7 days.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="options">The size of the page, the order, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="status">What must have become of them, such as <c>failed</c>. The default is anything.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<WebhookInvocation>> ListInvocationsPageAsync(string id, PageOptions? options = null, string? status = null, CancellationToken cancellationToken = default) =>
        InvocationsOf(id, status).PageAsync(options, cancellationToken);

    private static ApiPath SecretOf(string id) => Root.ThenKey(id).Then("signing_secret");

    private Task<WebhookTestResult> TestAsync(ApiPath path, NewWebhook? webhook, string? payload, CancellationToken cancellationToken) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Post, path, JsonBody.Of("request", (webhook, payload), WebhookWriter.Test)) { IsRepeatable = false }, TestResult, cancellationToken);

    private PagedList<Webhook> All(string? nameContains, WebhookStatus? status) =>
        new(_transport, Root.With("filter[name_contains]", nameContains).With("filter[status]", status?.Value), Pages, PageMode.Cursor);

    private PagedList<WebhookInvocation> InvocationsOf(string id, string? status) =>
        new(_transport, Root.ThenKey(id).Then("invocations").With("filter[status]", status), Invocations, PageMode.Cursor);
}
