using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Files: uploaded as they are, taken by a comment, and read by anybody who has their address.</summary>
internal static class UploadOperations
{
    public static LocalResponse Create(ZendeskCall call)
    {
        if (call.Request.Query["filename"] is not { Length: > 0 } name)
        {
            return ZendeskError.BadRequest("Invalid attribute", "Give a filename.");
        }

        var file = new LocalAttachment
        {
            FileName = name,
            ContentType = call.Request.Headers.GetValueOrDefault("Content-Type", "application/octet-stream"),
            Content = call.Request.Body,
        };
        if (call.Account.Uploads.Add(call.Request.Query["token"], file, call.Now) is not { } upload)
        {
            return ZendeskError.RecordInvalid("token", "InvalidValue", "Token: is no upload, or is older than an hour");
        }

        return LocalResponse.Json(HttpStatusCode.Created, ZendeskJson.Envelope("upload", new JsonObject
        {
            ["token"] = upload.Token,
            ["attachment"] = ToJson(upload.Files[^1], call),
            ["attachments"] = ToJson(upload.Files, call),
        }));
    }

    public static LocalResponse Delete(ZendeskCall call) => call.Account.Uploads.Remove(call.Path.Key!) ? LocalResponse.Empty(HttpStatusCode.NoContent) : ZendeskError.RecordNotFound();

    public static LocalResponse Show(ZendeskCall call) =>
        call.Account.Uploads.Find(call.Id) is { } file ? LocalResponse.Json(HttpStatusCode.OK, ZendeskJson.Envelope("attachment", ToJson(file, call))) : ZendeskError.RecordNotFound();

    /// <summary>The file itself.</summary>
    public static LocalResponse Read(ZendeskCall call, string key) =>
        call.Account.Uploads.FindByKey(key) is { } file ? LocalResponse.File(file.Content, file.ContentType) : ZendeskError.RecordNotFound();

    public static JsonArray ToJson(IEnumerable<LocalAttachment> files, ZendeskCall call) => new([.. files.Select(file => ToJson(file, call))]);

    private static JsonObject ToJson(LocalAttachment file, ZendeskCall call)
    {
        var address = $"{call.Address.BaseUrl}/attachments/token/{file.Key}/?name={Uri.EscapeDataString(file.FileName)}";
        return new()
        {
            ["url"] = $"{call.Api}/attachments/{file.Id}.json",
            ["id"] = file.Id,
            ["file_name"] = file.FileName,
            ["content_url"] = address,
            ["mapped_content_url"] = address,
            ["content_type"] = file.ContentType,
            ["size"] = file.Content.Length,
            ["width"] = null,
            ["height"] = null,
            ["inline"] = false,
            ["deleted"] = false,
            ["malware_access_override"] = false,
            ["malware_scan_result"] = "malware_not_found",
            ["thumbnails"] = new JsonArray(),
        };
    }
}
