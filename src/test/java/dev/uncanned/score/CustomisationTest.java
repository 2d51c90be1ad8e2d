package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomisationTest {

  private static final String CANNED =
      "hi \u27e8FIRST\u27e9 i hope this finds you well we help teams like \u27e8ORG\u27e9 cut the"
          + " time that they lose on reporting by half would you be open to a short call next week"
          + " to see whether it could work for you as well all the best from berlin";
  private static final int CANNED_WORDS = CANNED.split(" ").length - 2;

  private final Customisation customisation = new Customisation(ScoreConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 200, 1000})
  void findsTheShareOfUniqueProseInATemplate(int n) {
    Faker faker = new Faker(Locale.ENGLISH, new Random(n));
    Random random = new Random(17);
    List<ScopedText> texts = new ArrayList<>();
    Map<String, Double> truth = new HashMap<>();
    Map<String, Set<Integer>> places = new HashMap<>();
    for (int i = 0; i < n; i++) {
      String prose = random.nextBoolean() ? prose(faker, random) : "";
      int words = prose.isEmpty() ? 0 : prose.split(" ").length;
      int cut = CANNED.indexOf(random.nextBoolean() ? "we help" : "would you");
      int from = CANNED.substring(0, cut).split(" ").length;
      places.put("m" + i, numbers(from, from + words));
      String masked = (CANNED.substring(0, cut) + prose + " " + CANNED.substring(cut));
      texts.add(text("m" + i, "r" + i, masked.replaceAll(" +", " "), Scope.TEMPLATE));
      truth.put("m" + i, (double) words / (words + CANNED_WORDS));
    }
    Map<String, Customised> results = results(texts);
    double error = 0;
    for (Map.Entry<String, Double> entry : truth.entrySet()) {
      error += Math.abs(results.get(entry.getKey()).customised_share() - entry.getValue());
    }
    assertThat(error / n).isLessThanOrEqualTo(0.02);
    int found = 0;
    int right = 0;
    int planted = 0;
    for (Map.Entry<String, Set<Integer>> entry : places.entrySet()) {
      Set<Integer> spans = numbers(results.get(entry.getKey()).spans());
      found += spans.size();
      planted += entry.getValue().size();
      spans.retainAll(entry.getValue());
      right += spans.size();
    }
    assertThat((double) right / found).as("precision by token").isGreaterThanOrEqualTo(0.95);
    assertThat((double) right / planted).as("recall by token").isGreaterThanOrEqualTo(0.95);
    assertThat(results.values()).anyMatch(result -> result.customised_words() > 5);
  }

  @Test
  void gradesConfidenceByTheCopies() {
    assertThat(confidenceOf(9)).isNull();
    assertThat(confidenceOf(10)).isEqualTo(Confidence.C);
    assertThat(confidenceOf(19)).isEqualTo(Confidence.C);
    assertThat(confidenceOf(20)).isEqualTo(Confidence.B);
    assertThat(confidenceOf(50)).isEqualTo(Confidence.A);
  }

  @Test
  void staysUnknownWithFewCopies() {
    Customised result = results(copies(9, Scope.TEMPLATE)).get("m0");
    assertThat(result.customised_words()).isNull();
    assertThat(result.customised_share()).isNull();
    assertThat(result.scope()).isNull();
  }

  @Test
  void followUpsToOnePersonAreNoCopies() {
    List<ScopedText> texts = copies(12, Scope.TEMPLATE);
    String own = "entirely different words that only ever went to this one person of all";
    for (int i = 0; i < 5; i++) {
      texts.add(text("own" + i, "x", own, Scope.TEMPLATE));
    }
    Map<String, Customised> results = results(texts);
    assertThat(results.get("own0").customised_words()).isEqualTo(own.split(" ").length);
    assertThat(results.get("m0").customised_words()).isZero();
    List<ScopedText> oneReader = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      oneReader.add(text("m" + i, "boss", own, Scope.TEMPLATE));
    }
    assertThat(results(oneReader).get("m0").customised_words()).isNull();
  }

  @Test
  void needsTwoOthersInASmallScopeAndTwoPercentInALargeOne() {
    String shared = "this very paragraph about the harbour concert was pasted into some of them";
    assertThat(pasted(20, 2, shared)).isPositive();
    assertThat(pasted(20, 3, shared)).isZero();
    assertThat(pasted(401, 8, shared)).isPositive();
    assertThat(pasted(401, 9, shared)).isZero();
  }

  @Test
  void doesNotCountPlaceholders() {
    List<ScopedText> texts = copies(12, Scope.TEMPLATE);
    texts.add(text("x", "x", "\u27e8FIRST\u27e9 \u27e8ORG\u27e9 lonely words", Scope.TEMPLATE));
    texts.add(text("y", "y", "\u27e8FIRST\u27e9 \u27e8ORG\u27e9", Scope.TEMPLATE));
    Map<String, Customised> results = results(texts);
    assertThat(results.get("x").customised_words()).isEqualTo(2);
    assertThat(results.get("x").customised_share()).isEqualTo(1f);
    assertThat(results.get("y").customised_words()).isZero();
    assertThat(results.get("y").customised_share()).isNull();
  }

  @Test
  void findsASmallTemplateInALargeOutbox() {
    Faker faker = new Faker(Locale.ENGLISH, new Random(3));
    Random random = new Random(4);
    List<ScopedText> texts = new ArrayList<>(copies(5, Scope.SENDER));
    for (int i = 0; i < 400; i++) {
      texts.add(text("own" + i, "o" + i, prose(faker, random), Scope.SENDER));
    }
    Map<String, Customised> results = results(texts);
    assertThat(results.get("m0").customised_words()).isZero();
    assertThat(results.get("m0").scope()).isEqualTo(Scope.SENDER);
    assertThat(results.values().stream().mapToDouble(Customised::customised_share).sum())
        .isGreaterThan(0.7 * results.size());
  }

  @Test
  void witnessesSupportAndAreNotMeasured() {
    List<ScopedText> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add(new ScopedText("k", Scope.SENDER, "w" + i, "s", "r" + i, CANNED, true, false));
    }
    texts.add(text("m", "x", CANNED, Scope.SENDER));
    Map<String, Customised> results = results(texts);
    assertThat(results).containsOnlyKeys("m");
    assertThat(results.get("m").customised_words()).isZero();
  }

  @Test
  void doublingTheArchiveChangesLittle() {
    Faker faker = new Faker(Locale.ENGLISH, new Random(8));
    Random random = new Random(9);
    List<ScopedText> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(text("m" + i, "r" + i, CANNED + " " + prose(faker, random), Scope.TEMPLATE));
    }
    double half = meanShare(results(texts.subList(0, 100)), 100);
    double whole = meanShare(results(texts), 100);
    assertThat(whole).isCloseTo(half, org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void doesNotDependOnTheOrderOfItsInput() {
    List<ScopedText> texts = new ArrayList<>(copies(30, Scope.TEMPLATE));
    texts.add(text("x", "r1", CANNED + " and a word of my own for you", Scope.TEMPLATE));
    Map<String, Customised> expected = results(texts);
    Collections.shuffle(texts, new Random(2));
    assertThat(results(texts)).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void tellsWhereTheCustomisedWordsAre() {
    List<ScopedText> texts = copies(20, Scope.TEMPLATE);
    String[] words = CANNED.split(" ");
    String start = String.join(" ", List.of(words).subList(0, 10));
    String end = String.join(" ", List.of(words).subList(10, words.length));
    String inserted = start + " since you moved to \u27e8ORG\u27e9 last spring " + end;
    texts.add(text("x", "x", inserted, Scope.TEMPLATE));
    Map<String, Customised> results = results(texts);
    assertThat(results.get("x").spans()).containsExactly(10, 17);
    assertThat(results.get("x").customised_words()).isEqualTo(6);
    assertThat(results.get("m0").spans()).isEmpty();
    assertThat(results(copies(9, Scope.TEMPLATE)).get("m0").spans()).isNull();
  }

  @Test
  void aRunOfPlaceholdersAloneIsNoSpan() {
    List<ScopedText> texts = copies(20, Scope.TEMPLATE);
    texts.add(
        text(
            "x",
            "x",
            "\u27e8ORG\u27e9 \u27e8FIRST\u27e9 \u27e8ORG\u27e9 " + CANNED,
            Scope.TEMPLATE));
    assertThat(results(texts).get("x").spans()).isEmpty();
  }

  @Test
  void comparesWithTheMedoidWordByWord() {
    List<ScopedText> texts = copies(20, Scope.TEMPLATE);
    int words = CANNED.split(" ").length;
    texts.add(new ScopedText("k", Scope.TEMPLATE, "md", "s", "md", CANNED, false, true));
    texts.add(text("x", "x", CANNED + " see you soon", Scope.TEMPLATE));
    Map<String, Customised> results = results(texts);
    assertThat(results.get("m0").edit_ratio()).isZero();
    assertThat(results.get("x").edit_ratio()).isEqualTo(3f / (words + 3));
    assertThat(results(copies(20, Scope.TEMPLATE)).get("m0").edit_ratio()).isNull();
  }

  @Test
  void showsTheWholeTextOfTwentyMembersAndOfEveryOneOff() {
    List<ScopedText> texts = copies(50, Scope.TEMPLATE);
    assertThat(results(texts).values().stream().filter(r -> r.whole() != null)).hasSize(20);
    List<ScopedText> outbox = copies(50, Scope.SENDER);
    assertThat(results(outbox).values().stream().filter(r -> r.whole() != null)).hasSize(50);
  }

  private static Set<Integer> numbers(List<Integer> spans) {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < spans.size(); i += 2) {
      numbers.addAll(numbers(spans.get(i), spans.get(i + 1)));
    }
    return numbers;
  }

  private static Set<Integer> numbers(int from, int to) {
    Set<Integer> numbers = new HashSet<>();
    for (int i = from; i < to; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private int pasted(int n, int with, String paragraph) {
    List<ScopedText> texts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String masked = i < with ? CANNED + " " + paragraph : CANNED;
      texts.add(text("m" + i, "r" + i, masked, Scope.TEMPLATE));
    }
    return results(texts).get("m0").customised_words();
  }

  private static double meanShare(Map<String, Customised> results, int first) {
    double sum = 0;
    for (int i = 0; i < first; i++) {
      sum += results.get("m" + i).customised_share();
    }
    return sum / first;
  }

  private static String prose(Faker faker, Random random) {
    List<String> quotes = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      quotes.add(
          switch (random.nextInt(4)) {
            case 0 -> faker.shakespeare().hamletQuote();
            case 1 -> faker.yoda().quote();
            case 2 -> faker.hitchhikersGuideToTheGalaxy().quote();
            default -> faker.gameOfThrones().quote();
          });
    }
    String all = String.join(" ", quotes).toLowerCase(Locale.ROOT).replaceAll("[^a-z ]+", "");
    return unique(all, random).strip().replaceAll(" +", " ");
  }

  /** Quotes are few, so every third word gets a number: no phrase of three words comes twice. */
  private static String unique(String quote, Random random) {
    String[] words = quote.strip().split(" +");
    for (int i = 0; i < words.length; i += 3) {
      words[i] = words[i] + random.nextInt(1_000_000);
    }
    return String.join(" ", words);
  }

  private Confidence confidenceOf(int n) {
    return results(copies(n, Scope.TEMPLATE)).get("m0").confidence();
  }

  private static List<ScopedText> copies(int n, Scope scope) {
    List<ScopedText> texts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      texts.add(text("m" + i, "r" + i, CANNED, scope));
    }
    return texts;
  }

  private Map<String, Customised> results(List<ScopedText> texts) {
    Map<String, Customised> results = new HashMap<>();
    customisation
        .customised(texts.iterator())
        .forEachRemaining(r -> results.put(r.message_id(), r));
    return results;
  }

  private static ScopedText text(String id, String recipient, String masked, Scope scope) {
    return new ScopedText("k", scope, id, "s", recipient, masked, false, false);
  }
}
