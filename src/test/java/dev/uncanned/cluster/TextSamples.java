package dev.uncanned.cluster;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Texts of random words, and the same texts with some words changed. */
final class TextSamples {

  /** Rules with a small guard, so that it has something to do among few texts. */
  static final StateRules SMALL_GUARD =
      new StateRules(
          "test",
          SignatureConfig.defaults(),
          new ClusterConfig(0.5, 0.35, 6, 8, 5_000_000, 20_000_000));

  private static final int VOCABULARY = 4000;

  private TextSamples() {}

  static String[] words(SplittableRandom random, int n) {
    String[] words = new String[n];
    for (int i = 0; i < n; i++) {
      words[i] = word(random);
    }
    return words;
  }

  /** A copy in which each word is replaced with the given probability. */
  static String[] edited(SplittableRandom random, String[] words, double rate) {
    String[] edited = words.clone();
    for (int i = 0; i < edited.length; i++) {
      if (random.nextDouble() < rate) {
        edited[i] = word(random);
      }
    }
    return edited;
  }

  static DistinctText text(String masked, long firstSeen, long copies) {
    return new DistinctText(ContentHash.of(masked), masked, firstSeen, copies);
  }

  /** Families of texts, from nearly equal to barely similar members, and texts without family. */
  static List<DistinctText> families(long seed, int families, int members, int loners) {
    return families(seed, families, members, loners, 1);
  }

  /**
   * Families in which the given share of members differ in up to a fifth of their words from the
   * template, and the others in one word of fifty.
   */
  static List<DistinctText> families(
      long seed, int families, int members, int loners, double loose) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> masked = new ArrayList<>();
    for (int family = 0; family < families; family++) {
      String[] template = words(random, 30 + random.nextInt(120));
      for (int member = 0; member < members; member++) {
        double rate = random.nextDouble() < loose ? random.nextDouble() * 0.22 : 0.02;
        masked.add(String.join(" ", edited(random, template, rate)));
      }
    }
    for (int loner = 0; loner < loners; loner++) {
      masked.add(String.join(" ", words(random, 5 + random.nextInt(100))));
    }
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    for (String each : masked) {
      texts.putIfAbsent(each, text(each, random.nextInt(1000), 1 + random.nextInt(5)));
    }
    return new ArrayList<>(texts.values());
  }

  /** The same texts where their words cannot be read, which shows whether they are. */
  static List<DistinctText> withoutWords(List<DistinctText> texts) {
    List<DistinctText> unreadable = new ArrayList<>(texts);
    unreadable.replaceAll(
        text -> new DistinctText(text.fingerprint(), "", text.first_seen(), text.copies_n()));
    return unreadable;
  }

  static int[] set(DistinctText text) {
    Shingler shingler = new Shingler(SignatureConfig.defaults());
    shingler.read(text.masked());
    return shingler.set();
  }

  private static String word(SplittableRandom random) {
    return "w" + random.nextInt(VOCABULARY);
  }

  /**
   * A text of blocks of twelve words, each block with its own; similarity goes by shared blocks.
   */
  static DistinctText ofBlocks(long seen, int... blocks) {
    StringJoiner text = new StringJoiner(" ");
    for (int block : blocks) {
      for (int word = 0; word < 12; word++) {
        text.add("b" + block + "w" + word);
      }
    }
    return text(text.toString(), seen, 1);
  }
}
