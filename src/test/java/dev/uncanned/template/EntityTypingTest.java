package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.entity.Entity;
import dev.uncanned.entity.EntityFinder;
import dev.uncanned.entity.EntityKind;
import dev.uncanned.entity.FoundEntities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntityTypingTest {

  private static final TemplateAligner ALIGNER = new TemplateAligner(TemplateConfig.defaults(), 5);
  private static final List<String> PLACES =
      List.of("Oslo", "Rome", "Gdansk", "Lisbon", "Bergen", "Porto", "Ghent", "Turin");

  /** Sees the listed words as places and words with a capital X as companies. */
  private static final EntityFinder LISTED =
      (text, lang) -> {
        if (!"en".equals(lang)) {
          return null;
        }
        List<Entity> found = new ArrayList<>();
        int start = 0;
        for (String word : text.split(" ", -1)) {
          if (PLACES.contains(word)) {
            found.add(new Entity(EntityKind.LOCATION, start, start + word.length()));
          } else if (word.startsWith("X")) {
            found.add(new Entity(EntityKind.ORGANIZATION, start, start + word.length()));
          }
          start += word.length() + 1;
        }
        return new FoundEntities(found, text.split(" ", -1).length);
      };

  @Test
  void slotOfPlacesIsTyped() {
    Template typed = typed(PLACES, "en");
    assertThat(typed.slots()).extracting(Slot::type).containsExactly(SlotType.LOCATION);
    assertThat(typed.slots().get(0).match_share()).isEqualTo(1f);
    assertThat(typed.unsure()).isEmpty();
    assertThat(typed.skeleton()).isEqualTo("we met in {1} last year i think");
  }

  @Test
  void looksAtFewFillsAndTheWordsAroundThem() {
    Template typed = typed(PLACES, "en");
    // Five fills, each with three words before it and three behind.
    assertThat(typed.entity_tokens_n()).isEqualTo(5 * 7);
    assertThat(typed.entity_nanos()).isPositive();
  }

  @Test
  void halfOfTheFillsAreEnoughIfTheNamesAreOfOneKind() {
    List<String> half = List.of("Oslo", "Rome", "Ghent", "spring", "summer");
    assertThat(typed(half, "en").slots().get(0).type()).isEqualTo(SlotType.LOCATION);
    assertThat(typed(half, "en").slots().get(0).match_share()).isEqualTo(0.6f);
    List<String> fewer = List.of("Oslo", "Rome", "autumn", "spring", "summer");
    assertThat(typed(fewer, "en").slots().get(0).type()).isEqualTo(SlotType.MIXED);
    List<String> both = List.of("Oslo", "Rome", "Ghent", "Xerxes", "Xon");
    assertThat(typed(both, "en").slots().get(0).type()).isEqualTo(SlotType.MIXED);
    List<String> firms = List.of("Xa", "Xerxes", "Xon");
    assertThat(typed(firms, "en").slots().get(0).type()).isEqualTo(SlotType.ORG_OTHER);
  }

  @Test
  void otherLanguagesAreLeftAsTheyAre() {
    Template typed = typed(PLACES, "de");
    assertThat(typed.slots().get(0).type()).isEqualTo(SlotType.MIXED);
    assertThat(typed.slots().get(0).match_share()).isNull();
    assertThat(typed.entity_tokens_n()).isZero();
  }

  @Test
  void orderOfTheFillsAndCopiesOfTheTextsDoNotMatter() {
    List<PlacedFill> fills = new ArrayList<>(fills(template(PLACES), PLACES, "en"));
    // A copy in lower case, of which only the message with the smaller id counts.
    for (PlacedFill fill : List.copyOf(fills)) {
      FillText text = fill.text();
      String lower = text.text().toLowerCase(Locale.ROOT);
      FillText copy = new FillText(text.fingerprint(), "z", lower, "en", null, List.of());
      fills.add(fill.with(copy));
    }
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(fills, new Random(round));
      Template typed = new EntityTyping(LISTED).type(template(PLACES), fills.iterator());
      assertThat(typed.slots().get(0).type()).isEqualTo(SlotType.LOCATION);
    }
  }

  @Test
  void onlyOpenSlotsWithShortFillsAreLookedAt() {
    List<String> words = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      words.add(i % 2 == 0 ? "alpha" : "beta");
      sentences.add("seven words are more than names " + PlantedTemplate.word(i));
    }
    assertThat(template(words).slots().get(0).type()).isEqualTo(SlotType.ENUMERATED);
    assertThat(template(words).unsure()).isEmpty();
    assertThat(template(sentences).slots()).isNotEmpty();
    assertThat(template(sentences).unsure())
        .allMatch(place -> place.end_token() - place.first_token() <= UnsureFills.NAME_WORDS);
    assertThat(new TemplateAligner(TemplateConfig.defaults()).align("c", members(PLACES)))
        .satisfies(aligned -> assertThat(aligned.template().unsure()).isEmpty());
  }

  private static Template typed(List<String> fills, String lang) {
    Template template = template(fills);
    return new EntityTyping(LISTED).type(template, fills(template, fills, lang).iterator());
  }

  private static Template template(List<String> fills) {
    return ALIGNER.align("c", members(fills)).template();
  }

  private static List<MemberText> members(List<String> fills) {
    List<MemberText> members = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      String masked = text(fills.get(i)).toLowerCase(Locale.ROOT);
      members.add(new MemberText("c", fingerprint(i), masked, 1, i == 0));
    }
    return members;
  }

  private static List<PlacedFill> fills(Template template, List<String> fills, String lang) {
    List<PlacedFill> placed = new ArrayList<>();
    for (FillPlace place : template.unsure()) {
      int number = Integer.parseInt(place.fingerprint(), 16);
      FillText text =
          new FillText(
              place.fingerprint(), "m" + number, text(fills.get(number)), lang, null, List.of());
      placed.add(new PlacedFill("c", place, text));
    }
    return placed;
  }

  private static String text(String fill) {
    return "We met in " + fill + " last year I think";
  }

  private static String fingerprint(int i) {
    return String.format(Locale.ROOT, "%032x", i);
  }
}
