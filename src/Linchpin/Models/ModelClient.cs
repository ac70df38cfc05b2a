using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Models;

/// <summary>Asks a model over the chat completions interface (OpenAI's, which others speak too): one asking, one answer, nothing tried twice.</summary>
/// <remarks>
/// No proxy, no cookies, no redirect is followed: the text goes to the address that was set and nowhere else. What an endpoint says beside its answer
/// is not repeated in a message, since error pages have been seen to quote the key.
/// </remarks>
internal sealed class ModelClient(ModelEndpoint endpoint, TimeProvider clock) : IDisposable
{
    /// <summary>The most bytes of an answer.</summary>
    internal const int MostBytes = 1 << 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        ActivityHeadersPropagator = null,
        // A kept connection that the other side closed would be tried anew by the handler itself.
        PooledConnectionLifetime = TimeSpan.Zero,
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>The words of the answer.</summary>
    /// <exception cref="FaultException"><c>program.model-unreachable</c>, <c>program.model-answer</c></exception>
    /// <exception cref="OperationCanceledException">Stopped by the user.</exception>
    internal async Task<string> Ask(string instructions, string text, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(endpoint.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = Body(instructions, text) };
            request.Headers.Authorization = endpoint.Key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            return status is >= 300 and < 400 ? throw Unusable($"The endpoint answered {status}, a redirect, which is not followed.")
                : status is < 200 or >= 300 ? throw Unusable($"The endpoint answered with status {status}.")
                : Words(await Bytes(response, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw ModelFaults.Unreachable.Because(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"No whole answer within {endpoint.Timeout.TotalSeconds:0} s."), Place);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw ModelFaults.Unreachable.Because(Shown.Short(e.Message, 200), Place, inner: e);
        }
    }

    public void Dispose() => _http.Dispose();

    private string Place => endpoint.Address.Authority;

    private FaultException Unusable(string cause) => ModelFaults.Answer.Because(cause, Place);

    private ByteArrayContent Body(string instructions, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 8192);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", endpoint.Model);
            json.WriteStartArray("messages");
            Message(json, "system", instructions);
            Message(json, "user", text);
            json.WriteEndArray();
            json.WriteStartObject("response_format");
            json.WriteString("type", "json_object");
            json.WriteEndObject();
            json.WriteNumber("temperature", 0);
            json.WriteBoolean("stream", false);
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static void Message(Utf8JsonWriter json, string role, string words)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", words);
        json.WriteEndObject();
    }

    private async Task<ReadOnlyMemory<byte>> Bytes(HttpResponseMessage response, CancellationToken cancel)
    {
        using Stream content = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        byte[] bytes = new byte[Math.Min(response.Content.Headers.ContentLength ?? 0, MostBytes) is > 0 and long known ? known + 1 : 1 << 14];
        int length = 0;
        while (true)
        {
            int read = await content.ReadAsync(bytes.AsMemory(length), cancel).ConfigureAwait(false);
            length += read;
            if (length > MostBytes)
            {
                throw Unusable("The answer is longer than 1 MiB.");
            }

            if (read == 0)
            {
                return bytes.AsMemory(0, length);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, MostBytes + 1));
            }
        }
    }

    private string Words(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 32 });
            JsonElement choice = json.RootElement.GetProperty("choices")[0];
            return choice.TryGetProperty("finish_reason", out JsonElement reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() == "length"
                ? throw Unusable("The model broke its answer off at its own limit.")
                : choice.GetProperty("message").GetProperty("content").GetString() ?? throw Unusable("The answer has no words.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or DecoderFallbackException)
        {
            throw ModelFaults.Answer.Because("The answer is not a chat completion: " + Shown.Short(e.Message, 150), Place, inner: e);
        }
    }
}
