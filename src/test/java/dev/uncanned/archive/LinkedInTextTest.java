package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInTextTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.linkedin.com/in/Jane-Doe/, linkedin.com/in/jane-doe",
    "HTTP://UK.LinkedIn.com/in/jane-doe?utm=1#x, linkedin.com/in/jane-doe",
    "linkedin.com/in/jane-doe/en, linkedin.com/in/jane-doe",
    "https://www.linkedin.com/in/j%C3%B6rg, linkedin.com/in/jörg",
    "https://www.linkedin.com/in/jo\u0308rg, linkedin.com/in/jörg",
    "https://www.linkedin.com/in/100%25-%zz, linkedin.com/in/100%25-%zz",
    "https://www.linkedin.com/in/ACoAAbC, linkedin.com/in/ACoAAbC",
  })
  void normalisesProfiles(String url, String expected) {
    assertThat(ProfileUrl.normalise(url)).isEqualTo(expected);
  }

  @Test
  void hasNoProfileWithoutText() {
    assertThat(ProfileUrl.normalise(" ")).isNull();
    assertThat(ProfileUrl.normalise(null)).isNull();
  }

  @Test
  void readsBothFormsOfDates() {
    assertThat(new LinkedInDates().of("2025-12-05 07:47:31 UTC"))
        .isEqualTo(new LinkedInDate(Instant.parse("2025-12-05T07:47:31Z"), DateQuality.SECOND));
    assertThat(new LinkedInDates().of("10/16/18, 8:36 AM"))
        .isEqualTo(new LinkedInDate(Instant.parse("2018-10-16T08:36:00Z"), DateQuality.MINUTE));
    assertThat(new LinkedInDates().of("12/15/24, 12:47\u202FAM").at())
        .isEqualTo(Instant.parse("2024-12-15T00:47:00Z"));
    assertThat(new LinkedInDates().of("12/15/24, 12:47\u202FPM").at())
        .isEqualTo(Instant.parse("2024-12-15T12:47:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "yesterday", "2025-13-05 07:47:31 UTC", "2025-02-30 07:47:31 UTC",
        "2025-12-05 07:47:31 CET", "13/40/24, 7:47 AM", "12/15/24, 13:47 AM", "12/15/24",
        "1/2/3/4:5", "//::", "99999-12-05 07:47:31 UTC"
      })
  void doesNotGuessDates(String text) {
    assertThat(new LinkedInDates().of(text)).isEqualTo(LinkedInDate.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Happy birthday!",
        "Congrats on the new role, Jane!",
        "👍",
        "❤️",
        "Thanks Jane 🙏",
        "Parabéns pelo novo cargo",
        "Gratulerar till det nya jobbet",
        "Jane, congrats!",
        "Felicitations pour votre nouveau poste",
        "THANK YOU!!!"
      })
  void knowsOneTapTexts(String text) {
    assertThat(OneTap.load().matches(text, List.of(Contact.of("Jane Doe", null, null)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Happy birthday! Do you have time for a call?",
        "Congrats on the new role, Peter!",
        "...",
        "",
        "Thanks for your note about the pricing model"
      })
  void leavesWrittenTextsAlone(String text) {
    assertThat(OneTap.load().matches(text, List.of(Contact.of("Jane Doe", null, null)))).isFalse();
  }

  @Test
  void tellsMarkupFromAngleBrackets() {
    assertThat(List.of("<p>Hi</p>", "Hi<br>there", "x <DIV class=a>y</DIV>", "a<br />b"))
        .allMatch(BlockMarkup::isHtml);
    assertThat(
            List.of("I <3 it", "see <https://p/>", "<hit-reply@linkedin.com> wrote:", "<p", "</"))
        .noneMatch(BlockMarkup::isHtml);
  }

  @Test
  void collapsesAllWhiteSpace() {
    assertThat(CollapsedText.of(" a\u00A0\u2028 b\u200B\r\nc\u0000 ")).isEqualTo("a b c\u0000");
    assertThat(CollapsedText.of("e\u0301")).isEqualTo("é");
    assertThat(CollapsedText.of(" \n")).isEmpty();
    assertThat(CollapsedText.of("a b")).isEqualTo("a b");
  }

  @Test
  void splitsNamesAtCommasWithoutSpaceOnly() {
    assertThat(RecipientList.names("Jane Doe, MBA,LinkedIn Member,李雷"))
        .containsExactly("Jane Doe, MBA", null, "李雷");
  }
}
