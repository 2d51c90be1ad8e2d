package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Packed;
import java.util.List;

/** A drawn message of a template. */
public record SegmentText(String cluster_id, String masked, @Packed List<Contact> recipients) {

  /** Whether it went to one reader, of whom it may say something. */
  boolean single() {
    return recipients != null && recipients.size() == 1;
  }

  SegmentMember member() {
    Contact reader = recipients.get(0);
    return new SegmentMember(cluster_id, masked, reader.title(), reader.email());
  }
}
