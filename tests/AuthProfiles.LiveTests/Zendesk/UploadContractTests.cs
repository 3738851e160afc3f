using System.Text;
using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on files, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class UploadContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("upload", client => client.Uploads.CreateAsync(File(), "a b.txt", "text/plain"));
        yield return Of("upload an image", client => client.Uploads.CreateAsync(File(), "a.png", "image/png"));
        yield return Of("upload what can't be sought", client => client.Uploads.CreateAsync(new BufferedOnce(File()), "a.bin", "application/octet-stream"));
        yield return Of("upload beside", client => client.Uploads.CreateAsync(File(), "b.pdf", "application/pdf", "6bk3gql82em5nmf"));
        yield return Of("delete", client => client.Uploads.DeleteAsync("6bk3gql82em5nmf"));
        yield return Of("show", client => client.Uploads.GetAttachmentAsync(498483));
        yield return Of("allow malware", client => client.Uploads.SetMalwareOverrideAsync(498483, true));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a file as JSON", "POST", "uploads?filename=a.json", "{}");
        yield return Bad("an attachment by a word", "GET", "attachments/first", null);
        yield return Bad("an override that is a word", "PUT", "attachments/1", """{"attachment":{"malware_access_override":"yes"}}""");
        yield return Bad("an attachment that is a text", "PUT", "attachments/1", """{"attachment":"x"}""");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);

    private static MemoryStream File() => new(Encoding.UTF8.GetBytes("The printer burns."));

    /// <summary>A stream that is read once, from its start.</summary>
    private sealed class BufferedOnce(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
