package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.entity.Entity;
import dev.uncanned.entity.EntityFinder;
import dev.uncanned.entity.EntityKind;
import dev.uncanned.entity.FoundEntities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How well slots of all types are found again in texts that were made from known templates. */
class GeneratedTemplatesTest {

  private static final int[] SIZES = {20, 40, 100};

  /** Knows four in five of the places and firms; every run of other capitals is a person. */
  private static final EntityFinder LISTED =
      (text, lang) -> {
        List<Entity> found = new ArrayList<>();
        addListed(text, GeneratedTemplate.PLACES, EntityKind.LOCATION, found);
        addListed(text, GeneratedTemplate.FIRMS, EntityKind.ORGANIZATION, found);
        int at = text.indexOf("colleague ");
        int end = text.indexOf(" told", Math.max(0, at));
        if (at >= 0 && end > at) {
          found.add(new Entity(EntityKind.PERSON, at + "colleague ".length(), end));
        }
        found.sort(Comparator.comparing(Entity::start));
        return new FoundEntities(found, text.split(" ").length);
      };

  @Test
  void slotsAreWhereTheyWerePlantedAndOfTheirTypes() {
    SlotScore score = score(LISTED, 90);
    assertThat(score.boundaryRecall()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.boundaryPrecision()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.typed()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    for (SlotType type : SlotType.values()) {
      assertThat(score.typed(type)).as(type + " in " + score).isGreaterThanOrEqualTo(0.75);
    }
  }

  @Test
  void withoutNamesTheirSlotsStayUntypedAndNothingElseChanges() {
    SlotScore without = score(EntityFinder.NONE, 30);
    for (SlotType type : List.of(SlotType.PERSON_OTHER, SlotType.ORG_OTHER, SlotType.LOCATION)) {
      assertThat(without.typed(type)).isZero();
    }
    SlotScore with = score(LISTED, 30);
    assertThat(without.boundaryRecall()).isEqualTo(with.boundaryRecall());
    assertThat(without.typed(SlotType.FREE_TEXT)).isEqualTo(with.typed(SlotType.FREE_TEXT));
    assertThat(without.typed(SlotType.MIXED)).isEqualTo(with.typed(SlotType.MIXED));
  }

  static SlotScore score(EntityFinder finder, int templates) {
    SlotScore score = new SlotScore();
    TemplateAligner aligner = new TemplateAligner(TemplateConfig.defaults(), 20);
    List<SlotType> all = List.of(SlotType.values());
    for (int seed = 0; seed < templates; seed++) {
      List<SlotType> types = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        types.add(all.get((seed * 6 + i * (1 + seed % 2 * 6)) % all.size()));
      }
      types = types.stream().distinct().toList();
      GeneratedTemplate truth = new GeneratedTemplate(seed, types, SIZES[seed % SIZES.length]);
      Template aligned = aligner.align("c", truth.members()).template();
      Template found = new EntityTyping(finder).type(aligned, truth.fills(aligned).iterator());
      score.add(truth, found);
    }
    return score;
  }

  private static void addListed(
      String text, List<String> names, EntityKind kind, List<Entity> found) {
    for (int i = 0; i < names.size(); i++) {
      int at = i % 5 == 0 ? -1 : text.indexOf(names.get(i));
      if (at >= 0) {
        found.add(new Entity(kind, at, at + names.get(i).length()));
      }
    }
  }

  /** Counts over many templates. */
  static final class SlotScore {

    private final Map<SlotType, Integer> planted = new EnumMap<>(SlotType.class);
    private final Map<SlotType, Integer> right = new EnumMap<>(SlotType.class);
    private final Map<String, Integer> mistaken = new java.util.TreeMap<>();
    private int slots;
    private int found;
    private int bounded;

    void add(GeneratedTemplate truth, Template template) {
      List<String> tokens =
          Stream.of(template.skeleton().split(" "))
              .map(token -> token.startsWith("{") ? "{}" : token)
              .toList();
      List<String> places = GeneratedTemplate.places(tokens);
      found += places.size();
      for (int i = 0; i < truth.types().size(); i++) {
        SlotType type = truth.types().get(i);
        slots++;
        planted.merge(type, 1, Integer::sum);
        int at = places.indexOf(truth.places().get(i));
        bounded += at >= 0 ? 1 : 0;
        SlotType as = at < 0 ? null : template.slots().get(at).type();
        if (as == type) {
          right.merge(type, 1, Integer::sum);
        } else {
          mistaken.merge(type + " as " + as, 1, Integer::sum);
        }
      }
    }

    double boundaryRecall() {
      return (double) bounded / slots;
    }

    double boundaryPrecision() {
      return (double) bounded / found;
    }

    double typed() {
      return (double) right.values().stream().mapToInt(Integer::intValue).sum() / slots;
    }

    double typed(SlotType type) {
      return (double) right.getOrDefault(type, 0) / planted.get(type);
    }

    @Override
    public String toString() {
      return "boundaries "
          + bounded
          + " of "
          + slots
          + ", found "
          + found
          + ", types right "
          + right
          + " of "
          + planted
          + ", mistaken "
          + mistaken;
    }
  }
}
