package dev.uncanned.score;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells of one template whose names and companies stand in other people's messages.
 *
 * <p>A name that belongs to another recipient of the template is leaked. If at least three messages
 * of a sender carry the name of the one who is equally far before or behind in the order of
 * sending, three places at most, the rows of the list were shifted.
 *
 * <p>A company of another recipient is leaked only if that one is as near; otherwise it may have
 * been the recipient's when the message was sent, since exports give the employer of the day of the
 * export.
 *
 * <p>A Latin name for somebody whose name is in another script may be the one that person goes by.
 * It is wrong if the template calls nearly all such people by the name that is known of them.
 */
public final class Leaks implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHIFTED_FROM = 3;
  private static final int OWN_SCRIPT_FROM = 5;
  private static final double OTHERWISE = 0.2;

  /** Undated messages come last. */
  private static final Comparator<ClusterReader> SENDING =
      Comparator.comparing(
              ClusterReader::sent_at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(ClusterReader::message_id);

  private record Shift(String sender, int places) {}

  /** A fill whose owner is looked for. */
  private record Claim(
      ForeignFill fill, ClusterReader self, boolean leaked, boolean wrong, int shift) {}

  /** The leaks of one template from its foreign fills and its recipients, both in any order. */
  public Iterator<FoundLeaks> of(Iterator<ForeignFill> fills, Iterator<ClusterReader> readers) {
    List<ForeignFill> claimed = new ArrayList<>();
    fills.forEachRemaining(claimed::add);
    if (claimed.isEmpty()) {
      return new ArrayList<FoundLeaks>().iterator();
    }
    List<ClusterReader> sent = new ArrayList<>();
    readers.forEachRemaining(sent::add);
    sent.sort(SENDING);
    return found(claims(claimed, sent)).iterator();
  }

  private static List<Claim> claims(List<ForeignFill> fills, List<ClusterReader> sent) {
    Map<String, Integer> placeByMessage = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      placeByMessage.put(sent.get(i).message_id(), i);
    }
    FieldOwners owners = new FieldOwners(sent);
    boolean ownScript = callsByOwnScript(fills, sent);
    List<Claim> claims = new ArrayList<>();
    for (ForeignFill fill : fills) {
      Integer at = placeByMessage.get(fill.message_id());
      if (at != null) {
        claims.add(claim(fill, sent.get(at), at, owners, ownScript));
      }
    }
    return claims;
  }

  private static Claim claim(
      ForeignFill fill, ClusterReader self, int at, FieldOwners owners, boolean ownScript) {
    boolean wrong = fill.wrong() || fill.other_script() && ownScript;
    if (fill.org() && isOwn(fill.value(), self.org())) {
      return new Claim(fill, self, false, false, 0);
    }
    boolean leaked = owners.isAnothers(fill, self);
    return new Claim(fill, self, leaked, wrong, leaked ? owners.shift(fill, at) : 0);
  }

  /** Where the company is not known, the words may be its name. */
  private static boolean isOwn(String value, String org) {
    return org == null || org.contains(value) || value.contains(org);
  }

  private static boolean callsByOwnScript(List<ForeignFill> fills, List<ClusterReader> sent) {
    long people = sent.stream().filter(reader -> !reader.latin()).count();
    long otherwise =
        fills.stream()
            .filter(ForeignFill::other_script)
            .map(ForeignFill::message_id)
            .distinct()
            .count();
    return people >= OWN_SCRIPT_FROM && otherwise <= OTHERWISE * people;
  }

  private static List<FoundLeaks> found(List<Claim> claims) {
    Map<Shift, Set<String>> shifted = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.shift() != 0) {
        Shift shift = new Shift(String.valueOf(claim.self().sender_id()), claim.shift());
        shifted.computeIfAbsent(shift, unseen -> new HashSet<>()).add(claim.fill().message_id());
      }
    }
    Map<String, List<Defect>> byMessage = new TreeMap<>();
    Map<String, String> recipients = new HashMap<>();
    for (Claim claim : claims) {
      Defect.Type type = type(claim);
      if (type != null) {
        ForeignFill fill = claim.fill();
        recipients.put(fill.message_id(), fill.recipient_id());
        List<Defect> defects =
            byMessage.computeIfAbsent(fill.message_id(), unseen -> new ArrayList<>());
        add(defects, type, fill);
        Shift shift = new Shift(String.valueOf(claim.self().sender_id()), claim.shift());
        if (shifted.getOrDefault(shift, Set.of()).size() >= SHIFTED_FROM) {
          add(defects, Defect.Type.ROW_SHIFT, fill);
        }
      }
    }
    List<FoundLeaks> found = new ArrayList<>();
    byMessage.forEach(
        (message, defects) -> {
          defects.sort(
              Comparator.comparingInt(Defect::start)
                  .thenComparing(Defect::type)
                  .thenComparing(Defect::end));
          found.add(new FoundLeaks(message, recipients.get(message), defects));
        });
    return found;
  }

  private static Defect.Type type(Claim claim) {
    if (claim.leaked() && !claim.fill().org()) {
      return Defect.Type.LEAKED_NAME;
    }
    if (claim.leaked()) {
      return claim.shift() != 0 ? Defect.Type.LEAKED_ORG : Defect.Type.STALE_ORG;
    }
    return claim.wrong() ? Defect.Type.WRONG_NAME : null;
  }

  private static void add(List<Defect> defects, Defect.Type type, ForeignFill fill) {
    Defect defect = DefectScanner.defect(type, fill.start(), fill.end());
    if (!defects.contains(defect)) {
      defects.add(defect);
    }
  }
}
