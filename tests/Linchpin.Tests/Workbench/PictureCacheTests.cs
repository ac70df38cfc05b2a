using Linchpin.Workbench.Documents;

namespace Linchpin.Tests.Workbench;

public sealed class PictureCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-pictures-").FullName;
    private readonly Hours _clock = new();

    [Fact]
    public void A_picture_kept_is_found_again_and_one_that_was_not_kept_is_not_there()
    {
        PictureCache cache = Of(100);
        cache.Keep("a-1.png", [1, 2, 3]);

        cache.Find("a-1.png").ShouldBe([1, 2, 3]);
        cache.Find("a-2.png").ShouldBeNull();
    }

    [Fact]
    public void Where_all_take_too_much_those_not_asked_for_longest_go()
    {
        PictureCache cache = Of(100);
        cache.Keep("first.png", new byte[40]);
        cache.Keep("second.png", new byte[40]);
        cache.Find("first.png").ShouldNotBeNull();
        cache.Keep("third.png", new byte[40]);

        cache.Find("second.png").ShouldBeNull();
        cache.Find("first.png").ShouldNotBeNull();
        cache.Find("third.png").ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PictureCache Of(long most) => new(Path.Combine(_folder, "pages"), _clock, most);

    // An hour passes whenever it is asked.
    private sealed class Hours : TimeProvider
    {
        private DateTimeOffset _now = new(2025, 2, 3, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now = _now.AddHours(1);
    }
}
