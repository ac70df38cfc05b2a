using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Linchpin.Tests.Models;

/// <summary>An endpoint on loopback that answers what a test tells it to, byte for byte, and keeps what it was asked.</summary>
internal sealed class StubModel : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly List<Request> _asked = [];
    private readonly Task _serving;

    internal StubModel(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>The base address to set.</summary>
    internal string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";

    /// <summary>What was asked so far.</summary>
    internal IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>Done when the first request has come in whole.</summary>
    internal TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A model that says these words.</summary>
    internal static StubModel Saying(string words, string finish = "stop") => new((to, cancel) => Send(to, "200 OK", Completion(words, finish), cancel));

    /// <summary>An endpoint that sends this status line and body.</summary>
    internal static StubModel Sending(string status, string body, string headers = "") => new((to, cancel) => Send(to, status, body, cancel, headers));

    /// <summary>A chat completion with these words.</summary>
    internal static string Completion(string words, string finish = "stop") =>
        JsonSerializer.Serialize(new { id = "x", choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = words } } } });

    internal static async Task Send(NetworkStream to, string status, string body, CancellationToken cancel, string headers = "")
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await to.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n{headers}\r\n"), cancel);
        await to.WriteAsync(bytes, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using NetworkStream stream = client.GetStream();
                try
                {
                    Request asked = await Read(stream, _stop.Token);
                    lock (_asked)
                    {
                        _asked.Add(asked);
                    }

                    Arrived.TrySetResult();
                    await _answer(stream, _stop.Token);
                }
                catch (IOException)
                {
                    // The other side went away.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private static async Task<Request> Read(NetworkStream from, CancellationToken cancel)
    {
        var head = new List<byte>();
        byte[] one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await from.ReadExactlyAsync(one, cancel);
            head.Add(one[0]);
        }

        string lines = Encoding.ASCII.GetString([.. head]);
        int length = int.Parse(lines.Split("\r\n").First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..], System.Globalization.CultureInfo.InvariantCulture);
        byte[] body = new byte[length];
        await from.ReadExactlyAsync(body, cancel);
        return new Request(lines, Encoding.UTF8.GetString(body));
    }
}

/// <summary>A request as it came in.</summary>
internal sealed record Request(string Head, string Body)
{
    /// <summary>What was said in that role.</summary>
    internal string Said(string role)
    {
        using JsonDocument json = JsonDocument.Parse(Body);
        return json.RootElement.GetProperty("messages").EnumerateArray().Single(m => m.GetProperty("role").GetString() == role).GetProperty("content").GetString()!;
    }
}
