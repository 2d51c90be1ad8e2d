package dev.uncanned.archive;

/**
 * A hint at who owns an archive; the owner is who has the most weight of the strongest evidence.
 *
 * <p>LinkedIn exports name their owner (evidence PROFILE, one claim per known URL, address and
 * name). A mailbox does not, so its readers add up how often an address sends from a sent folder,
 * is delivered to, and is written to.
 *
 * @param person the owner, or somebody who may be
 * @param weight how many records speak for it
 */
public record OwnerClaim(String archive_id, Contact person, Evidence evidence, long weight) {

  /** What a claim rests on, strongest first. */
  public enum Evidence {
    PROFILE,
    SENT_FOLDER,
    DELIVERED_TO,
    RECIPIENT
  }
}
