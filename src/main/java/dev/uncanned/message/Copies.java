package dev.uncanned.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Decides which occurrences are copies of one message: the same sender, time and text, and nothing
 * that speaks against it.
 *
 * <p>Texts are the same if they are so without regard to white space, or if one is the HTML and the
 * other the plain text of the same words. Two texts of one form that differ in a sign are two.
 *
 * <p>Two occurrences of a group are different messages if both have a conversation and these
 * differ, if both know the second and these differ, or if both name recipients and have none in
 * common. The most complete occurrence stands for the message; the order in which they come does
 * not matter.
 */
final class Copies {

  private static final Comparator<CopyClaim> MOST_COMPLETE_FIRST =
      Comparator.comparing((CopyClaim claim) -> claim.second() == null)
          .thenComparing(claim -> claim.conversation_id() == null)
          .thenComparing(claim -> !claim.outbound())
          .thenComparing(claim -> -claim.recipients_n())
          .thenComparing(claim -> -claim.recipient_keys().size())
          .thenComparing(CopyClaim::archive_id)
          .thenComparing(CopyClaim::input_id)
          .thenComparing(CopyClaim::source_row);

  private Copies() {}

  /** The occurrences of one group that another one stands for. */
  static Iterator<DroppedCopy> dropped(String group, Iterator<CopyClaim> claims) {
    CopyClaim first = claims.next();
    if (!claims.hasNext()) {
      return List.<DroppedCopy>of().iterator();
    }
    List<CopyClaim> all = new ArrayList<>();
    all.add(first);
    claims.forEachRemaining(all::add);
    all.sort(MOST_COMPLETE_FIRST);
    List<Kept> kept = new ArrayList<>();
    List<DroppedCopy> dropped = new ArrayList<>();
    for (CopyClaim claim : all) {
      if (kept.stream().anyMatch(other -> other.takes(claim))) {
        dropped.add(new DroppedCopy(claim.input_id(), claim.archive_id(), claim.source_row()));
      } else {
        kept.add(new Kept(claim));
      }
    }
    return dropped.iterator();
  }

  /** A message, and the other form (HTML or plain) in which it was found too. */
  private static final class Kept {
    private final CopyClaim claim;
    private String otherForm;

    private Kept(CopyClaim claim) {
      this.claim = claim;
    }

    /** Whether a claim is a copy; two different texts of one form are two messages. */
    private boolean takes(CopyClaim copy) {
      String known = claim.html() == copy.html() ? claim.body_hash() : otherForm;
      boolean alike = known == null || known.equals(copy.body_hash());
      if (!alike || !same(claim, copy)) {
        return false;
      }
      otherForm = claim.html() == copy.html() ? otherForm : copy.body_hash();
      return true;
    }
  }

  private static boolean same(CopyClaim a, CopyClaim b) {
    boolean bothConversations = a.conversation_id() != null && b.conversation_id() != null;
    if (bothConversations && !a.conversation_id().equals(b.conversation_id())) {
      return false;
    }
    boolean bothSeconds = a.second() != null && b.second() != null;
    if (bothSeconds && !a.second().equals(b.second())) {
      return false;
    }
    return bothConversations || recipientsAgree(a.recipient_keys(), b.recipient_keys());
  }

  private static boolean recipientsAgree(List<String> a, List<String> b) {
    return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
  }
}
