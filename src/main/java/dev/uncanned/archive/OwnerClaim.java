package dev.uncanned.archive;

/**
 * A hint at who owns an archive; the owner is who has the most weight of the strongest evidence.
 *
 * <p>LinkedIn exports name their owner (evidence PROFILE, one claim per known URL, address and
 * name). A mailbox does not, so its readers add up how often an address sends from a sent folder,
 * is delivered to, is written to, and writes.
 *
 * @param person the owner, or somebody who may be
 * @param weight how many records speak for it
 * @param facts what the archive tells of the owner besides; null in all claims of an archive but
 *     one, and in every archive that tells nothing
 */
public record OwnerClaim(
    String archive_id, Contact person, Evidence evidence, long weight, OwnerFacts facts) {

  /** A claim of an archive that tells nothing else of its owner. */
  public OwnerClaim(String archive_id, Contact person, Evidence evidence, long weight) {
    this(archive_id, person, evidence, weight, null);
  }

  /** What a claim rests on, strongest first. */
  public enum Evidence {
    PROFILE,
    SENT_FOLDER,
    DELIVERED_TO,
    RECIPIENT,
    SENDER
  }
}
