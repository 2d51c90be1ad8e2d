package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoSubjectsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatic reply: our offer",
        "OUT OF OFFICE",
        "  Out\u00a0of  the office until Monday",
        "Abwesenheitsnotiz: Angebot",
        "R\u00e9ponse automatique : offre",
        "Message d\u2019absence",
        "\u81ea\u52d5\u5fdc\u7b54\u898b\u7a4d",
        "Our offer (out of office)",
        "[OOO] Our offer"
      })
  void areRepliesOfPrograms(String subject) {
    assertThat(AutoSubjects.isReply(subject)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "Re: Automatic reply: our offer",
        "Out of officers",
        "Automatic replying made easy",
        "OOO Romashka, offer",
        "Running out of office space?"
      })
  void areNotWhatPeopleWrite(String subject) {
    assertThat(AutoSubjects.isReply(subject)).isFalse();
  }

  @Test
  void answersToInvitationsAreAListOfTheirOwn() {
    assertThat(AutoSubjects.isMeetingAnswer("Accepted: Demo")).isTrue();
    assertThat(AutoSubjects.isMeetingAnswer("Accepted your offer")).isFalse();
    assertThat(AutoSubjects.isMeetingAnswer(null)).isFalse();
    assertThat(AutoSubjects.isReply("Accepted: Demo")).isFalse();
  }
}
