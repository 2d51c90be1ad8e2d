package dev.uncanned.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreNlpEntityFinderTest {

  private static final EntityFinder FINDER = new CoreNlpEntityFinder();

  @Test
  void findsPeopleOrganisationsAndPlacesWhereTheyStand() {
    String text = "Your colleague Maria Schmidt of Novartis met us in Rotterdam.";
    FoundEntities found = FINDER.find(text, "en");
    assertThat(found.entities())
        .extracting(entity -> entity.kind() + " " + text.substring(entity.start(), entity.end()))
        .containsExactly("PERSON Maria Schmidt", "ORGANIZATION Novartis", "LOCATION Rotterdam");
    assertThat(found.tokens_n()).isEqualTo(11);
  }

  @Test
  void readsEnglishOnly() {
    assertThat(FINDER.find("Maria Schmidt wohnt in Berlin.", "de")).isNull();
    assertThat(FINDER.find("Maria Schmidt lives in Berlin.", null)).isNull();
  }

  @Test
  void missesNamesInLowerCase() {
    assertThat(FINDER.find("i met thomas of siemens in berlin", "en").entities()).isEmpty();
  }

  @Test
  void orderOfTheTextsChangesNoneOfThem() {
    List<String> texts = texts(300);
    Map<String, FoundEntities> first = new HashMap<>();
    texts.forEach(text -> first.put(text, FINDER.find(text, "en")));
    assertThat(first.values()).anyMatch(found -> !found.entities().isEmpty());
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(9));
    for (String text : shuffled) {
      assertThat(FINDER.find(text, "en")).isEqualTo(first.get(text));
    }
  }

  @Test
  void threadsShareOneModelAndAgree() {
    List<String> texts = texts(200);
    Map<Integer, FoundEntities> found = new ConcurrentHashMap<>();
    IntStream.range(0, texts.size())
        .parallel()
        .forEach(i -> found.put(i, FINDER.find(texts.get(i), "en")));
    for (int i = 0; i < texts.size(); i++) {
      assertThat(found.get(i)).isEqualTo(FINDER.find(texts.get(i), "en"));
    }
  }

  @Test
  void readsNoMoreThanTheBeginningOfLongTexts() {
    String text = "word ".repeat(10_000) + "Berlin";
    FoundEntities found = FINDER.find(text, "en");
    assertThat(found.entities()).isEmpty();
    assertThat(found.tokens_n()).isEqualTo(CoreNlpEntityFinder.MAX_CHARS / 5);
  }

  @Test
  void survivesAnyCharacters() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 60; j++) {
        text.append((char) (j % 3 == 0 ? random.nextInt(0x10000) : random.nextInt(0x100)));
      }
      assertThat(FINDER.find(text.toString(), "en").entities())
          .allMatch(entity -> entity.start() < entity.end() && entity.end() <= text.length());
    }
    assertThat(FINDER.find("", "en")).isEqualTo(new FoundEntities(List.of(), 0));
  }

  @Test
  void missingModelSaysHowToGetIt() {
    assertThatThrownBy(() -> CoreNlpModel.load("/no/such.ser.gz"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/no/such.ser.gz")
        .hasMessageContaining("mvnw");
  }

  private static List<String> texts(int count) {
    List<String> people = List.of("Priya", "Sofia Marin", "Thomas", "Grace Hill", "april", "WILL");
    List<String> places = List.of("Paris", "Oslo", "the Hague", "lisbon", "New York", "Gdansk");
    List<String> firms =
        List.of("Siemens", "Stripe", "Novartis AG", "target", "Acme Corp.", "Gong");
    Random random = new Random(2);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String person = people.get(random.nextInt(people.size()));
      String place = places.get(random.nextInt(places.size()));
      String firm = firms.get(random.nextInt(firms.size()));
      texts.add(
          switch (random.nextInt(3)) {
            case 0 -> "I talked to " + person + " about the new office of " + firm + " in " + place;
            case 1 ->
                person + " told me that " + firm + " leaves " + place + " after " + i + " days";
            default -> "news from " + place + ": " + firm + " hires " + person + " as number " + i;
          });
    }
    return texts;
  }
}
