package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.evaluation.Kappa;
import dev.uncanned.synthetic.PersonalCorpus;
import dev.uncanned.synthetic.PersonalMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalQualityTest {

  private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4");

  @Test
  void agreesWithTheTruthOfGeneratedMessages() {
    int[][] confusion = new int[5][5];
    List<String> truth = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      List<PersonalMessage> messages = new PersonalCorpus(seed).messages();
      Map<String, Personal> results = new PersonalRun(messages).results();
      for (PersonalMessage message : messages) {
        Personal result = results.get(PersonalRun.messageId(message));
        confusion[message.level()][result.personal_level()]++;
        truth.add(Integer.toString(message.level()));
        found.add(result.personal_level().toString());
      }
    }
    assertThat(confusion[4][4]).isGreaterThan(150);
    assertThat(Kappa.weighted(LEVELS, truth, found)).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void verifiesHardlyAnythingForAnotherRecipient() {
    long tried = 0;
    long verified = 0;
    long falsely = 0;
    for (long seed = 1; seed <= 5; seed++) {
      List<PersonalMessage> messages = new PersonalCorpus(seed).messages();
      PersonalRun run = new PersonalRun(messages);
      Map<String, Customised> customised = run.customised();
      Permutation permutation = new Permutation(run.people(), seed);
      for (String template : messages.stream().map(PersonalMessage::template).distinct().toList()) {
        Permuted outcome =
            permutation.of(
                template,
                messages.stream()
                    .filter(m -> m.template().equals(template))
                    .map(
                        m ->
                            PersonalRun.permuted(
                                m, customised.get(PersonalRun.messageId(m)).spans()))
                    .iterator());
        tried += outcome.tried_n();
        verified += outcome.verified_n();
        falsely += outcome.false_verified_n();
      }
    }
    assertThat(verified).isGreaterThan(150);
    assertThat((double) falsely / tried).isLessThan(0.01);
  }
}
