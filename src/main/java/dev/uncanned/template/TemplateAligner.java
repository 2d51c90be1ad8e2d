package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Aligns the texts of a cluster to its medoid and reads off what they share and where they differ.
 *
 * <p>Which words and placeholders of the medoid are the skeleton, {@link SkeletonColumns} decides.
 * A placeholder of the skeleton is a slot, with its support as fill rate. The words between two
 * neighbours in the skeleton are a slot if {@code slot_fill} of the messages have any; a
 * placeholder beside or among such words is a slot of its own, and so is each of several choices in
 * a row. Rarer insertions are left out of the skeleton, but stay with their member.
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
    SkeletonColumns skeleton = new SkeletonColumns(config, sample, tokens, partners);
    int[] columns = skeleton.find(spelled);
    List<String> words = SkeletonColumns.words(spelled[0], columns);
    List<AlignedMember> members = skeleton.cut(spelled, columns);
    List<SkeletonPiece> pieces = pieces(words, members);
    Template template = template(clusterId, pieces, members);
    return new AlignedTemplate(template, GivenSkeleton.text(pieces), words, members);
  }

  private Template template(
      String clusterId, List<SkeletonPiece> pieces, List<AlignedMember> members) {
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
        UnsureFills.pick(pieces, unsureFills),
        0,
        0);
  }

  private List<SkeletonPiece> pieces(List<String> words, List<AlignedMember> members) {
    long messages = members.stream().mapToLong(AlignedMember::weight).sum();
    List<SkeletonPiece> pieces = new ArrayList<>();
    int slots = 0;
    for (int gap = 0; gap <= words.size(); gap++) {
      for (SkeletonPiece piece : slots(slots + 1, FillSpans.ofGap(members, gap), messages)) {
        pieces.add(piece);
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

  /** The slots in a gap; none if too few messages have words there. */
  private List<SkeletonPiece> slots(int number, FillSpans gap, long messages) {
    if (!isSlot(gap, messages)) {
      return List.of();
    }
    List<SkeletonPiece> slots = new ArrayList<>();
    FieldInFills fills = new FieldInFills(gap);
    String field = fills.field();
    for (FillSpans part : field == null ? choices(gap, messages) : around(fills, field, messages)) {
      if (isSlot(part, messages)) {
        Slot slot = part.slot(number + slots.size(), messages);
        slots.add(SkeletonPiece.gap(part, part.isOnly(field) ? field : null, slot));
      }
    }
    return slots;
  }

  /** The slots before a merge field among the fills, the field itself, and those behind it. */
  private static List<FillSpans> around(FieldInFills fills, String field, long messages) {
    List<FillSpans> parts = new ArrayList<>();
    for (FillSpans part : fills.parts(field)) {
      parts.addAll(part.isOnly(field) ? List.of(part) : choices(part, messages));
    }
    return parts;
  }

  private static List<FillSpans> choices(FillSpans fills, long messages) {
    return new NeighbouringChoices(fills, messages).parts();
  }

  private boolean isSlot(FillSpans fills, long messages) {
    long filled = fills.filled();
    return filled > 0 && (double) filled / messages >= config.slot_fill();
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
