using System.Text;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Uploads;

/// <summary>What each operation on files sends, to the byte.</summary>
[TestFixture]
public sealed class UploadOperationTests
{
    private const string Upload = """{"upload":{"token":"t","attachment":{"id":1},"attachments":[{"id":1}]}}""";
    private const string Attachment = """{"attachment":{"id":1}}""";

    private static IEnumerable<OperationRow> Operations() =>
    [
        new("upload", client => client.Uploads.CreateAsync(File("pixels"), "a&b ü.png", "image/png"), Upload, "POST", "api/v2/uploads?filename=a%26b%20%C3%BC.png", "pixels"),
        new("upload beside", client => client.Uploads.CreateAsync(File(""), "b.txt", "text/plain", "t+/="), Upload, "POST", "api/v2/uploads?filename=b.txt&token=t%2B%2F%3D", ""),
        new("delete upload", client => client.Uploads.DeleteAsync("a/../b?c"), "", "DELETE", "api/v2/uploads/a%2F..%2Fb%3Fc"),
        new("attachment", client => client.Uploads.GetAttachmentAsync(1), Attachment, "GET", "api/v2/attachments/1"),
        new("allow malware", client => client.Uploads.SetMalwareOverrideAsync(1, true), Attachment, "PUT", "api/v2/attachments/1", """{"attachment":{"malware_access_override":true}}"""),
        new("forbid malware", client => client.Uploads.SetMalwareOverrideAsync(1, false), Attachment, "PUT", "api/v2/attachments/1", """{"attachment":{"malware_access_override":false}}"""),
    ];

    private static IEnumerable<RefusedCase> Refused() =>
    [
        new("a file without name", client => client.Uploads.CreateAsync(File("x"), " ", "text/plain")),
        new("a type that is none", client => client.Uploads.CreateAsync(File("x"), "a.png", "png")),
        new("no type", client => client.Uploads.CreateAsync(File("x"), "a.png", "")),
        new("two headers in one", client => client.Uploads.CreateAsync(File("x"), "a.png", "image/png\r\nX-Evil: 1")),
        new("an empty token", client => client.Uploads.CreateAsync(File("x"), "a.png", "image/png", "")),
        new("a stream that can't be read", client => client.Uploads.CreateAsync(Closed(), "a.png", "image/png")),
        new("no token", client => client.Uploads.DeleteAsync("")),
        new("all uploads", client => client.Uploads.DeleteAsync("..")),
        new("no id", client => client.Uploads.GetAttachmentAsync(0)),
        new("no address", client => client.Uploads.DownloadAsync(new() { Id = 1 })),
        new("a file of this machine", client => client.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = "file:///etc/passwd" })),
        new("no whole address", client => client.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = "/attachments/1" })),
    ];

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(object operation) => ((OperationRow)operation).CheckAsync();

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(object call) => ((RefusedCase)call).Check();

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Closed()
    {
        var stream = File("x");
        stream.Dispose();
        return stream;
    }
}
