package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotFillsTest {

  private static final TemplateAligner ALIGNER = new TemplateAligner(TemplateConfig.defaults());

  @Test
  void findsPlantedSlotsAndTheirTypes() {
    int planted = 0;
    int typed = 0;
    int bounded = 0;
    int templates = 300;
    for (int seed = 0; seed < templates; seed++) {
      PlantedTemplate truth = new PlantedTemplate(new Random(1000 + seed), 60);
      Template found = ALIGNER.align("c", truth.members()).template();
      bounded += found.skeleton().equals(truth.skeleton()) ? 1 : 0;
      planted += truth.types().size();
      if (found.slots().size() == truth.types().size()) {
        for (int i = 0; i < truth.types().size(); i++) {
          typed += found.slots().get(i).type() == truth.types().get(i) ? 1 : 0;
        }
      }
    }
    assertThat((double) typed / planted).isGreaterThanOrEqualTo(0.9);
    assertThat((double) bounded / templates).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void spintaxIsEnumerated() {
    Slot slot = slot(20, "quick question", 9, "short note", 8, "idea", 3);
    assertThat(slot.type()).isEqualTo(SlotType.ENUMERATED);
    assertThat(slot.distinct_n()).isEqualTo(3);
    assertThat(slot.match_share()).isEqualTo(1f);
    assertThat(slot.median_words()).isEqualTo(2f);
  }

  @Test
  void tenValuesThatSeveralGotEachAreEnumerated() {
    assertThat(values(6, 5).type()).isEqualTo(SlotType.ENUMERATED);
    assertThat(values(10, 3).type()).isEqualTo(SlotType.ENUMERATED);
    assertThat(values(6, 2).type()).isEqualTo(SlotType.MIXED);
    assertThat(values(12, 6).type()).isEqualTo(SlotType.MIXED);
  }

  @Test
  void sentencesOfThePhrasesOfOthersAreNotFreeText() {
    SlotFills fills = new SlotFills(30);
    SlotFills own = new SlotFills(30);
    for (int i = 0; i < 30; i++) {
      String tail = PlantedTemplate.word(i);
      List<String> head = i % 2 == 0 ? List.of("i", "hope", "all") : List.of("how", "are", "you");
      fills.add(Stream.concat(head.stream(), Stream.of("my", tail)).toList(), 1);
      own.add(List.of("your", tail, "and", PlantedTemplate.word(i + 99)), 1);
    }
    assertThat(fills.slot(1).type()).isEqualTo(SlotType.MIXED);
    assertThat(own.slot(1).type()).isEqualTo(SlotType.FREE_TEXT);
  }

  @Test
  void oneValueOrNothingIsAnOptionalBlock() {
    Slot slot = slot(20, "happy new year to you", 8);
    assertThat(slot.type()).isEqualTo(SlotType.OPTIONAL_BLOCK);
    assertThat(slot.fill_rate()).isEqualTo(0.4f);
    assertThat(slot.entropy_bits()).isZero();
  }

  @Test
  void codesAreNoise() {
    SlotFills fills = new SlotFills(10);
    for (int i = 0; i < 10; i++) {
      fills.add(List.of("ref", "xkcdwq" + i).subList(1, 2), 1);
    }
    assertThat(fills.slot(1).type()).isEqualTo(SlotType.NOISE);
  }

  @Test
  void unfilledMergeTokenIsMaskedNoise() {
    Slot slot = slot(10, "⟨TOKEN⟩", 9);
    assertThat(slot.type()).isEqualTo(SlotType.NOISE);
    assertThat(slot.entropy_bits()).isNull();
  }

  @Test
  void howManyFillsDifferIsUnknownWhereOneHoldsAMaskedValue() {
    assertThat(slot(10, "⟨FIRST⟩", 10).isMasked()).isTrue();
    assertThat(slot(20, "⟨ORG⟩", 6, "kestrel foods", 1, "tervo systems", 4).isMasked()).isTrue();
    assertThat(slot(20, "your post on ⟨ORG⟩", 9, "your talk", 9).isMasked()).isTrue();
    assertThat(slot(20, "quick question", 9, "short note", 8).isMasked()).isFalse();
  }

  @Test
  void fourInFivePlaceholdersDecideTheType() {
    Slot enough = slot(10, "⟨NUM⟩", 8, "several", 2);
    assertThat(enough.type()).isEqualTo(SlotType.NUMBER);
    assertThat(enough.match_share()).isEqualTo(0.8f);
    Slot few = slot(10, "⟨NUM⟩", 7, "several", 3);
    assertThat(few.type()).isEqualTo(SlotType.ENUMERATED);
  }

  @Test
  void fieldThatIsKnownOfSomeRecipientsOnlyIsTheirField() {
    Slot some = slot(20, "⟨ORG⟩", 6, "kestrel foods", 1, "oakline", 1, "tervo systems", 4);
    assertThat(some.type()).isEqualTo(SlotType.RECIPIENT_ORG);
    assertThat(some.match_share()).isEqualTo(0.5f);
    Slot hardly = slot(20, "⟨ORG⟩", 1, "kestrel foods", 1, "oakline", 1, "tervo systems", 4);
    assertThat(hardly.type()).isNotEqualTo(SlotType.RECIPIENT_ORG);
  }

  @Test
  void differentSentencesAreFreeTextAndShortOnesAreMixed() {
    SlotFills sentences = new SlotFills(30);
    SlotFills words = new SlotFills(30);
    for (int i = 0; i < 15; i++) {
      sentences.add(List.of("i", "read", "about", "your", PlantedTemplate.word(i)), 1);
      words.add(List.of(PlantedTemplate.word(i)), 1);
    }
    assertThat(sentences.slot(1).type()).isEqualTo(SlotType.FREE_TEXT);
    assertThat(words.slot(1).type()).isEqualTo(SlotType.MIXED);
  }

  @Test
  void entropyFollowsShannon() {
    Slot slot = slot(16, "a", 8, "b", 4, "c", 4);
    assertThat(slot.entropy_bits()).isEqualTo(1.5f);
    assertThat(slot.entropy_norm()).isEqualTo(1.5f / 4);
  }

  private static Slot values(int different, int copies) {
    SlotFills fills = new SlotFills((long) different * copies);
    for (int i = 0; i < different; i++) {
      fills.add(List.of(PlantedTemplate.word(i)), copies);
    }
    return fills.slot(1);
  }

  private static Slot slot(int members, Object... valuesAndWeights) {
    SlotFills fills = new SlotFills(members);
    for (int i = 0; i < valuesAndWeights.length; i += 2) {
      String value = (String) valuesAndWeights[i];
      fills.add(List.of(value.split(" ")), (Integer) valuesAndWeights[i + 1]);
    }
    return fills.slot(1);
  }
}
