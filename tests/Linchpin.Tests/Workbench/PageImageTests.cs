using System.Net;
using System.Text;
using System.Text.Json;

namespace Linchpin.Tests.Workbench;

public sealed class PageImageTests(ServedEmpty served) : IClassFixture<ServedEmpty>
{
    [Fact]
    public async Task A_page_of_a_pdf_is_shown_as_a_picture_with_boxes_to_those_alone_who_may_see_the_document()
    {
        using HttpResponseMessage answer = await served.HandIn(await served.Token(), [("memo.pdf", Pdf("On 14 May 2021, Australia and Japan held the Australia-Japan Cobalt Dialogue in Canberra."))]);
        JsonElement item = (await served.Ended(answer.Headers.Location!)).GetProperty("items")[0];
        string document = item.TryGetProperty("address", out JsonElement address) ? address.GetString()! : throw new InvalidOperationException(item.ToString());

        string page = await served.Text(document + "?show=pages");
        page.ShouldContain($"src=\"{document}/pages/1.png\"");
        page.ShouldContain("<rect x=");
        using HttpResponseMessage picture = await served.Client.GetAsync(new Uri(document + "/pages/1.png", UriKind.Relative));
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        picture.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await picture.Content.ReadAsByteArrayAsync())[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        (await (await served.Client.GetAsync(new Uri(document + "/pages/1.png", UriKind.Relative))).Content.ReadAsByteArrayAsync()).ShouldBe(await picture.Content.ReadAsByteArrayAsync());
        foreach (string other in new[] { document + "/pages/1.png?reader=AUS", document + "/pages/2x.png", document + "/pages/0.png", document + "/pages/1" })
        {
            using HttpResponseMessage refused = await served.Client.GetAsync(new Uri(other, UriKind.Relative));
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, other);
        }
    }

    // One page with one line, as ISO 32000-1 wants it: header, objects, table of places, trailer.
    private static string Pdf(string words)
    {
        string content = $"BT /F1 9 Tf 50 700 Td ({words}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach ((int i, string each) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(null, $"{i + 1} 0 obj\n{each}\nendobj\n");
        }

        int table = pdf.Length;
        pdf.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").Append(string.Concat(places.Select(p => $"{p:0000000000} 00000 n \n")));
        return pdf.Append(null, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }
}
