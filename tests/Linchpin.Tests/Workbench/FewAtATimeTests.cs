using System.Text;
using Linchpin.Workbench.Access;
using Microsoft.AspNetCore.Http;

namespace Linchpin.Tests.Workbench;

public sealed class FewAtATimeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Readers_who_take_nothing_hold_up_nobody()
    {
        using var slow = new Unread();
        Task[] stuck = [.. Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Make(slow, "page"))];
        using var quick = new MemoryStream();
        await Make(quick, "page").WaitAsync(Long);
        Encoding.UTF8.GetString(quick.ToArray()).ShouldBe("page");
        slow.Taken.SetResult();
        await Task.WhenAll(stuck).WaitAsync(Long);
    }

    [Fact]
    public async Task Pages_that_fail_send_nothing_and_leave_their_places()
    {
        using var client = new MemoryStream();
        for (int i = 0; i < 8 * Environment.ProcessorCount; i++)
        {
            await Should.ThrowAsync<InvalidOperationException>(() => FewAtATime.Make(Of(client), async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException();
            }).WaitAsync(Long));
        }

        client.Length.ShouldBe(0);
        await Make(client, "page").WaitAsync(Long);
        client.Length.ShouldBe(4);
    }

    [Fact]
    public async Task However_many_ask_at_once_no_more_pages_are_made_than_there_are_places()
    {
        var held = new TaskCompletionSource();
        int making = 0, most = 0;
        // Each begins at once where there is a place: others of this process may have some of them.
        Task[] asked = [.. Enumerable.Range(0, 8 * Environment.ProcessorCount).Select(_ => FewAtATime.Make(Of(new MemoryStream()), async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref making));
            await held.Task;
            Interlocked.Decrement(ref making);
        }))];
        Volatile.Read(ref making).ShouldBeInRange(0, 2 * Environment.ProcessorCount);
        held.SetResult();
        await Task.WhenAll(asked).WaitAsync(Long);
        most.ShouldBeInRange(1, 2 * Environment.ProcessorCount);
    }

    private static Task Make(Stream client, string text)
    {
        HttpContext http = Of(client);
        return FewAtATime.Make(http, () => http.Response.WriteAsync(text));
    }

    private static DefaultHttpContext Of(Stream client)
    {
        var http = new DefaultHttpContext();
        http.Response.Body = client;
        return http;
    }

    /// <summary>A client that reads nothing until it is let.</summary>
    private sealed class Unread : MemoryStream
    {
        public TaskCompletionSource Taken { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Taken.Task;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Taken.Task;
    }
}
