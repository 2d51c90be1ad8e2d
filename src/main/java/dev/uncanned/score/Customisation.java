package dev.uncanned.score;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Counts the words of each message that no phrase covers which other members of its scope share.
 *
 * <p>A word is covered if it lies in a phrase of three masked words that occurs in at least d other
 * members sent to other people, d = max(2, 2 % of these members, rounded up). Over a sender's whole
 * outbox the phrases have five words and d is 2: five words hardly recur by chance, and a share of
 * the outbox would hide every small template in it. Two messages go to the same people if their
 * sets of recipients are equal; follow-ups so do not make each other canned.
 *
 * <p>Memory is linear in the tokens of the distinct texts of the scope: 4 bytes each, and an entry
 * for phrases that occur more than once.
 */
public final class Customisation implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MIN_SUPPORT = 2;
  private static final int CONFIDENCE_A = 50;
  private static final int CONFIDENCE_B = 20;
  private static final double ROUNDING = 1e-9;

  /** Messages of a sender in a family whose whole text shows what else the sender writes. */
  private static final int SHOWN = 20;

  private final ScoreConfig config;

  /** Customisation with the configured sizes. */
  public Customisation(ScoreConfig config) {
    this.config = config;
  }

  /** The result of every member of one scope that is no witness, from its texts in any order. */
  public Iterator<Customised> customised(Iterator<ScopedText> texts) {
    List<Member> members = members(texts);
    if (members.isEmpty()) {
      return new ArrayList<Customised>().iterator();
    }
    Scope scope = members.get(0).scope;
    int order = scope == Scope.SENDER ? config.sender_gram() : config.template_gram();
    GramCounts counts = counts(members, order);
    compareWithMedoid(members);
    show(members);
    List<Customised> results = new ArrayList<>(members.size());
    int start = 0;
    while (start < members.size()) {
      int end = start;
      String addressees = members.get(start).addressees;
      while (end < members.size() && members.get(end).addressees.equals(addressees)) {
        end++;
      }
      List<Member> own = members.subList(start, end);
      measure(own, members.size() - own.size(), counts, order, results);
      start = end;
    }
    return results.iterator();
  }

  private static void compareWithMedoid(List<Member> members) {
    for (Member candidate : members) {
      if (candidate.medoid) {
        int[] medoid = candidate.text.tokens;
        for (Member member : members) {
          if (member.text.editRatio == null) {
            member.text.editRatio = WordEdits.ratio(member.text.tokens, medoid);
          }
        }
        return;
      }
    }
  }

  /** The whole texts that tell what a sender uses elsewhere: all one-offs, some of each family. */
  private static void show(List<Member> members) {
    Map<String, Integer> shown = new HashMap<>();
    for (Member member : members) {
      if (member.senderId != null && !member.witness) {
        int before = shown.merge(member.senderId, 1, Integer::sum);
        member.shown = member.scope == Scope.SENDER || before <= SHOWN;
      }
    }
  }

  private static List<Member> members(Iterator<ScopedText> texts) {
    Long2ObjectOpenHashMap<List<DistinctTokens>> distinct = new Long2ObjectOpenHashMap<>();
    List<Member> members = new ArrayList<>();
    while (texts.hasNext()) {
      ScopedText text = texts.next();
      DistinctTokens tokens = collapse(TokenArray.of(text.masked()), distinct);
      tokens.messages++;
      members.add(new Member(text, tokens));
    }
    members.sort(
        Comparator.<Member, String>comparing(member -> member.addressees)
            .thenComparing(member -> member.messageId));
    return members;
  }

  private static DistinctTokens collapse(
      int[] tokens, Long2ObjectOpenHashMap<List<DistinctTokens>> distinct) {
    List<DistinctTokens> alike =
        distinct.computeIfAbsent(TokenArray.key(tokens), key -> new ArrayList<>(1));
    for (DistinctTokens known : alike) {
      if (Arrays.equals(known.tokens, tokens)) {
        return known;
      }
    }
    DistinctTokens added = new DistinctTokens(tokens);
    alike.add(added);
    return added;
  }

  private static GramCounts counts(List<Member> members, int order) {
    List<DistinctTokens> texts = new ArrayList<>();
    long tokens = 0;
    for (Member member : members) {
      if (member.text.number == 0) {
        texts.add(member.text);
        member.text.number = texts.size();
        tokens += member.text.tokens.length;
      }
    }
    GramCounts counts = new GramCounts(order, tokens);
    texts.forEach(text -> counts.mark(text.tokens, text.messages));
    texts.forEach(text -> counts.count(text.tokens, text.messages, text.number));
    return counts;
  }

  private void measure(
      List<Member> own, int others, GramCounts counts, int order, List<Customised> results) {
    int n = others + 1;
    if (n < config.min_members()) {
      own.forEach(member -> member.addTo(results, null, null));
      return;
    }
    int support = support(own.get(0).scope, others);
    Confidence confidence = confidence(n);
    Long2IntOpenHashMap ownCounts = own.size() == 1 ? null : ownCounts(own, order);
    for (Member member : own) {
      DistinctTokens text = member.text;
      if (ownCounts != null) {
        member.addTo(results, counts.uncovered(text.tokens, support, ownCounts), confidence);
        continue;
      }
      // The others are as many for every lone addressee, so equal texts have equal results.
      if (text.uncovered == null) {
        text.uncovered = counts.uncovered(text.tokens, support, null);
      }
      member.addTo(results, text.uncovered, confidence);
    }
  }

  private int support(Scope scope, int others) {
    if (scope == Scope.SENDER) {
      return MIN_SUPPORT;
    }
    return Math.max(MIN_SUPPORT, (int) Math.ceil(config.support_share() * others - ROUNDING));
  }

  private static Confidence confidence(int n) {
    if (n >= CONFIDENCE_A) {
      return Confidence.A;
    }
    return n >= CONFIDENCE_B ? Confidence.B : Confidence.C;
  }

  private static Long2IntOpenHashMap ownCounts(List<Member> own, int order) {
    Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
    LongOpenHashSet once = new LongOpenHashSet();
    for (Member member : own) {
      int[] tokens = member.text.tokens;
      int length = Math.min(order, tokens.length);
      once.clear();
      for (int i = 0; i < GramCounts.grams(tokens, order); i++) {
        long gram = PhraseHash.gram(tokens, i, length);
        if (once.add(gram)) {
          counts.addTo(gram, 1);
        }
      }
    }
    return counts;
  }

  /** A text that some members have word for word. */
  private static final class DistinctTokens {
    private final int[] tokens;
    private int messages;
    private int number;
    private UncoveredWords uncovered;
    private Float editRatio;

    private DistinctTokens(int[] tokens) {
      this.tokens = tokens;
    }
  }

  private static final class Member {
    private final String messageId;
    private final String addressees;
    private final Scope scope;
    private final String senderId;
    private final String family;
    private final boolean witness;
    private final boolean medoid;
    private final DistinctTokens text;
    private boolean shown;

    private Member(ScopedText text, DistinctTokens tokens) {
      this.messageId = text.message_id();
      this.addressees = text.addressees();
      this.scope = text.scope();
      this.senderId = text.sender_id();
      this.family = scope == Scope.SENDER ? null : text.scope_key();
      this.witness = text.witness();
      this.medoid = text.medoid();
      this.text = tokens;
    }

    private void addTo(List<Customised> results, UncoveredWords uncovered, Confidence confidence) {
      if (witness) {
        return;
      }
      int[] fragments = uncovered == null || senderId == null ? null : uncovered.fragments();
      int[] whole = shown ? text.tokens : null;
      boolean known = fragments != null || whole != null;
      results.add(
          new Customised(
              messageId,
              uncovered == null ? null : Integer.valueOf(uncovered.words()),
              uncovered == null ? null : share(uncovered.words()),
              uncovered == null ? null : uncovered.spans(),
              text.editRatio,
              uncovered == null ? null : scope,
              confidence,
              known ? senderId : null,
              known ? addressees : null,
              known ? family : null,
              fragments,
              whole));
    }

    private Float share(int words) {
      int total = TokenArray.words(text.tokens);
      return total == 0 ? null : Float.valueOf((float) words / total);
    }
  }
}
