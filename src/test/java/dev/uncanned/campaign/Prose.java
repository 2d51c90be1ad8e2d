package dev.uncanned.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.datafaker.Faker;

/** Varied English sentences: quotations taken apart and put together again word by word. */
final class Prose {

  private static final int DRAWS = 400;
  private static final double OTHER_WORD = 0.15;

  private final Random random;
  private final List<String[]> sentences = new ArrayList<>();

  Prose(long seed) {
    random = new Random(seed);
    Faker faker = new Faker(Locale.ENGLISH, new Random(1));
    TreeSet<String> quotes = new TreeSet<>();
    List<Supplier<String>> sources =
        List.of(
            () -> faker.hitchhikersGuideToTheGalaxy().quote(),
            () -> faker.shakespeare().hamletQuote(),
            () -> faker.shakespeare().asYouLikeItQuote(),
            () -> faker.shakespeare().kingRichardIIIQuote(),
            () -> faker.shakespeare().romeoAndJulietQuote(),
            () -> faker.gameOfThrones().quote(),
            () -> faker.harryPotter().quote(),
            () -> faker.backToTheFuture().quote(),
            () -> faker.rickAndMorty().quote(),
            () -> faker.chuckNorris().fact(),
            () -> faker.seinfeld().quote(),
            () -> faker.friends().quote(),
            () -> faker.howIMetYourMother().quote(),
            () -> faker.lebowski().quote(),
            () -> faker.movie().quote(),
            () -> faker.dune().quote(),
            () -> faker.witcher().quote(),
            () -> faker.yoda().quote());
    for (Supplier<String> source : sources) {
      for (int i = 0; i < DRAWS; i++) {
        quotes.add(source.get().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]+", " ").strip());
      }
    }
    for (String quote : quotes) {
      String[] words = quote.split(" +");
      if (words.length >= 6) {
        sentences.add(words);
      }
    }
  }

  /** So many words of running text. */
  String words(int n) {
    StringBuilder text = new StringBuilder();
    int written = 0;
    while (written < n) {
      String[] from = sentences.get(random.nextInt(sentences.size()));
      int length = Math.min(n - written, 3 + random.nextInt(5));
      int start = random.nextInt(from.length);
      for (int i = start; i < Math.min(from.length, start + length); i++) {
        text.append(written++ == 0 ? "" : " ");
        text.append(random.nextDouble() < OTHER_WORD ? word() : from[i]);
      }
    }
    return text.toString();
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private String word() {
    String[] from = sentences.get(random.nextInt(sentences.size()));
    return from[random.nextInt(from.length)];
  }
}
