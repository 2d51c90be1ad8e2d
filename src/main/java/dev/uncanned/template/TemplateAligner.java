package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Aligns the texts of a cluster to its medoid and reads off what they share and where they differ.
 *
 * <p>A word or placeholder of the medoid is of the skeleton if {@code skeleton_support} of the
 * messages have it. A placeholder of the skeleton is a slot, with its support as fill rate. The
 * words between two neighbours in the skeleton are a slot if {@code slot_fill} of the messages have
 * any; a placeholder beside such words stays a slot of its own. Rarer insertions are left out of
 * the skeleton, but stay with their member.
 */
public final class TemplateAligner implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<MemberText> ORDER =
      Comparator.comparing((MemberText member) -> !member.is_medoid())
          .thenComparing(MemberText::fingerprint)
          .thenComparing(MemberText::masked);

  private final TemplateConfig config;
  private final int unsureFills;

  /** An aligner that leaves slots of names untyped. */
  public TemplateAligner(TemplateConfig config) {
    this(config, 0);
  }

  /**
   * An aligner that tells which fills are to be searched for names.
   *
   * @param unsureFills at most so many different ones of a slot
   */
  public TemplateAligner(TemplateConfig config, int unsureFills) {
    this.config = config;
    this.unsureFills = unsureFills;
  }

  /**
   * The template of one cluster. The order of the texts does not matter; without a medoid the text
   * with the smallest fingerprint takes its place, of texts above the sample size those with the
   * smallest fingerprints are taken.
   *
   * @throws IllegalArgumentException if there is no text
   */
  public AlignedTemplate align(String clusterId, List<MemberText> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a cluster has at least one text");
    }
    List<MemberText> sample = texts.stream().sorted(ORDER).limit(config.sample()).toList();
    Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    ids.defaultReturnValue(-1);
    int[][] tokens = new int[sample.size()][];
    String[][] spelled = new String[sample.size()][];
    int[][] partners = new int[sample.size()][];
    TokenAlignment alignment = new TokenAlignment(config.max_cells());
    for (int m = 0; m < tokens.length; m++) {
      spelled[m] = split(sample.get(m).masked());
      tokens[m] = intern(spelled[m], ids);
      partners[m] = alignment.align(tokens[0], tokens[m]);
    }
    int[] columns = skeleton(sample, tokens, partners);
    List<AlignedMember> members = new ArrayList<>(tokens.length);
    for (int m = 0; m < tokens.length; m++) {
      boolean[] equal = equal(tokens[0], tokens[m], partners[m]);
      members.add(new AlignedMember(sample.get(m), spelled[m], columns, partners[m], equal));
    }
    List<String> words = new ArrayList<>(columns.length);
    for (int column : columns) {
      words.add(spelled[0][column]);
    }
    return new AlignedTemplate(template(clusterId, words, members), words, members);
  }

  private int[] skeleton(List<MemberText> sample, int[][] tokens, int[][] partners) {
    long[] support = new long[tokens[0].length];
    long messages = 0;
    for (int m = 0; m < tokens.length; m++) {
      long weight = Math.max(1, sample.get(m).copies_n());
      messages += weight;
      for (int column = 0; column < support.length; column++) {
        int partner = partners[m][column];
        if (partner >= 0 && tokens[m][partner] == tokens[0][column]) {
          support[column] += weight;
        }
      }
    }
    int[] columns = new int[support.length];
    int count = 0;
    for (int column = 0; column < support.length; column++) {
      if ((double) support[column] / messages >= config.skeleton_support()) {
        columns[count++] = column;
      }
    }
    return Arrays.copyOf(columns, count);
  }

  private Template template(String clusterId, List<String> words, List<AlignedMember> members) {
    List<SkeletonPiece> pieces = pieces(words, members);
    StringBuilder skeleton = new StringBuilder();
    List<Slot> slots = new ArrayList<>();
    int shared = 0;
    for (SkeletonPiece piece : pieces) {
      skeleton.append(skeleton.isEmpty() ? "" : " ");
      if (piece.slot() == null) {
        skeleton.append(piece.text());
        shared++;
      } else {
        slots.add(piece.slot());
        skeleton.append('{').append(slots.size()).append('}');
      }
    }
    Median length = new Median();
    members.forEach(member -> length.add(member.tokens(), member.weight()));
    float median = length.value();
    float share = median == 0 ? 0 : Math.min(1, shared / median);
    PublicSkeleton shown = new PublicSkeleton(pieces, members);
    return new Template(
        clusterId,
        skeleton.toString(),
        share,
        members.size(),
        slots,
        shown.text(),
        shown.values(),
        UnsureFills.pick(pieces, members, unsureFills),
        0,
        0);
  }

  private List<SkeletonPiece> pieces(List<String> words, List<AlignedMember> members) {
    long messages = members.stream().mapToLong(AlignedMember::weight).sum();
    List<SkeletonPiece> pieces = new ArrayList<>();
    int slots = 0;
    for (int gap = 0; gap <= words.size(); gap++) {
      Slot slot = slot(slots + 1, gap, messages, members);
      if (slot != null) {
        pieces.add(SkeletonPiece.gap(gap, slot));
        slots++;
      }
      if (gap < words.size() && Placeholder.isPlaceholder(words.get(gap))) {
        slots++;
        Slot field = placeholder(slots, gap, words.get(gap), messages, members);
        pieces.add(SkeletonPiece.field(gap, words.get(gap), field));
      } else if (gap < words.size()) {
        pieces.add(SkeletonPiece.word(gap, words.get(gap)));
      }
    }
    return pieces;
  }

  /** The slot in a gap; null if too few messages have words there. */
  private Slot slot(int number, int gap, long messages, List<AlignedMember> members) {
    long filled = 0;
    for (AlignedMember member : members) {
      filled += member.fillWords(gap) > 0 ? member.weight() : 0;
    }
    if (filled == 0 || (double) filled / messages < config.slot_fill()) {
      return null;
    }
    SlotFills fills = new SlotFills(messages);
    for (AlignedMember member : members) {
      if (member.fillWords(gap) > 0) {
        fills.add(member.fill(gap), member.weight());
      }
    }
    return fills.slot(number);
  }

  private static Slot placeholder(
      int number, int word, String token, long messages, List<AlignedMember> members) {
    long having = 0;
    for (AlignedMember member : members) {
      having += member.has(word) ? member.weight() : 0;
    }
    float rate = (float) having / messages;
    return new Slot(number, MergeField.typeOf(token), rate, 1, null, null, 1f, 1f);
  }

  private static boolean[] equal(int[] medoid, int[] tokens, int[] partners) {
    boolean[] equal = new boolean[medoid.length];
    for (int column = 0; column < equal.length; column++) {
      equal[column] = partners[column] >= 0 && tokens[partners[column]] == medoid[column];
    }
    return equal;
  }

  private static int[] intern(String[] words, Object2IntOpenHashMap<String> ids) {
    int[] tokens = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      int id = ids.getInt(words[i]);
      if (id < 0) {
        id = ids.size();
        ids.put(words[i], id);
      }
      tokens[i] = id;
    }
    return tokens;
  }

  private static String[] split(String masked) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= masked.length(); i++) {
      if (i == masked.length() || masked.charAt(i) == ' ') {
        if (i > start) {
          words.add(masked.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words.toArray(String[]::new);
  }
}
