using System.Text;
using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Uploads;

/// <summary>What each operation on files sends, to the byte.</summary>
[TestFixture]
public sealed class UploadOperationTests
{
    private const string Upload = """{"upload":{"token":"t","attachment":{"id":1},"attachments":[{"id":1}]}}""";
    private const string Attachment = """{"attachment":{"id":1}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("upload", client => client.Uploads.CreateAsync(File("pixels"), "a&b ü.png", "image/png"), Upload, "POST", "api/v2/uploads?filename=a%26b%20%C3%BC.png", "pixels");
        yield return Of("upload beside", client => client.Uploads.CreateAsync(File(""), "b.txt", "text/plain", "t+/="), Upload, "POST", "api/v2/uploads?filename=b.txt&token=t%2B%2F%3D", "");
        yield return Of("delete upload", client => client.Uploads.DeleteAsync("a/../b?c"), "", "DELETE", "api/v2/uploads/a%2F..%2Fb%3Fc");
        yield return Of("attachment", client => client.Uploads.GetAttachmentAsync(1), Attachment, "GET", "api/v2/attachments/1");
        yield return Of("allow malware", client => client.Uploads.SetMalwareOverrideAsync(1, true), Attachment, "PUT", "api/v2/attachments/1", """{"attachment":{"malware_access_override":true}}""");
        yield return Of("forbid malware", client => client.Uploads.SetMalwareOverrideAsync(1, false), Attachment, "PUT", "api/v2/attachments/1", """{"attachment":{"malware_access_override":false}}""");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        yield return Refused("a file without name", client => client.Uploads.CreateAsync(File("x"), " ", "text/plain"));
        yield return Refused("a type that is none", client => client.Uploads.CreateAsync(File("x"), "a.png", "png"));
        yield return Refused("no type", client => client.Uploads.CreateAsync(File("x"), "a.png", ""));
        yield return Refused("two headers in one", client => client.Uploads.CreateAsync(File("x"), "a.png", "image/png\r\nX-Evil: 1"));
        yield return Refused("an empty token", client => client.Uploads.CreateAsync(File("x"), "a.png", "image/png", ""));
        yield return Refused("a stream that can't be read", client => client.Uploads.CreateAsync(Closed(), "a.png", "image/png"));
        yield return Refused("no token", client => client.Uploads.DeleteAsync(""));
        yield return Refused("all uploads", client => client.Uploads.DeleteAsync(".."));
        yield return Refused("no id", client => client.Uploads.GetAttachmentAsync(0));
        yield return Refused("no address", client => client.Uploads.DownloadAsync(new() { Id = 1 }));
        yield return Refused("a file of this machine", client => client.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = "file:///etc/passwd" }));
        yield return Refused("no whole address", client => client.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = "/attachments/1" }));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Closed()
    {
        var stream = File("x");
        stream.Dispose();
        return stream;
    }
}
