using Linchpin.Briefing.Wording;

namespace Linchpin.Briefing.Tests.Wording;

public sealed class ParticleTests
{
    [Theory]
    [InlineData("미국", "은", "미국은")]
    [InlineData("인도", "은", "인도는")]
    [InlineData("대한민국", "이", "대한민국이")]
    [InlineData("호주", "이", "호주가")]
    [InlineData("표", "을", "표를")]
    [InlineData("협정", "을", "협정을")]
    [InlineData("인도", "과", "인도와")]
    [InlineData("중국", "과", "중국과")]
    [InlineData("서울", "으로", "서울로")]
    [InlineData("부산", "으로", "부산으로")]
    [InlineData("인도", "으로", "인도로")]
    public void A_particle_takes_its_form_from_the_final_consonant(string word, string particle, string told) => Particles.After(word, particle).ShouldBe(told);

    // Read aloud: 퍼센트, 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구.
    [Theory]
    [InlineData("42.2 %", "42.2 %를")]
    [InlineData("2010", "2010을")]
    [InlineData("2011", "2011을")]
    [InlineData("2012", "2012를")]
    [InlineData("2013", "2013을")]
    [InlineData("2014", "2014를")]
    [InlineData("2015", "2015를")]
    [InlineData("2016", "2016을")]
    [InlineData("2017", "2017을")]
    [InlineData("2018", "2018을")]
    [InlineData("2019", "2019를")]
    public void A_figure_takes_it_as_it_is_read_in_Korean(string figure, string told) => Particles.After(figure, "을").ShouldBe(told);

    [Theory]
    [InlineData("iCET", "iCET은(는)")]
    [InlineData("Quad", "Quad은(는)")]
    public void After_a_script_whose_sound_is_not_told_both_forms_are_written(string name, string told) => Particles.After(name, "은").ShouldBe(told);

    [Theory]
    [InlineData("‘반도체’", "‘반도체’는")]
    [InlineData("미국(대한민국)", "미국(대한민국)은")]
    public void Marks_that_close_a_word_are_passed_over(string word, string told) => Particles.After(word, "은").ShouldBe(told);
}
