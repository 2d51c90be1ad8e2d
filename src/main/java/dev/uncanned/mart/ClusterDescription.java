package dev.uncanned.mart;

import dev.uncanned.template.Template;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Puts together what is published of a template. */
final class ClusterDescription implements Serializable {

  /** Words are shown only if this many people got them: fewer could point at one of them. */
  static final int PUBLIC_FROM = 5;

  private static final long serialVersionUID = 1L;

  private final RunStamp stamp;
  private final ClusterParents parents;

  ClusterDescription(RunStamp stamp, ClusterParents parents) {
    this.stamp = stamp;
    this.parents = parents;
  }

  ClusterRow row(TemplateUse use, ClusterFact fact, Template template) {
    Wilson reply = Wilson.of(use.replies_n(), use.eligible_n());
    boolean shown = template != null && use.recipients_n() >= PUBLIC_FROM;
    return new ClusterRow(
        use.id(),
        use.id(),
        parents.of(use.id()),
        shown ? template.published() : null,
        use.members_n(),
        use.outbound_n(),
        fact.texts_n(),
        use.recipients_n(),
        use.senders_n(),
        template == null ? null : template.skeleton_share(),
        fact.stability(),
        fact.jaccard_medoid(),
        fact.jaccard_oldest_min(),
        fact.edge_density(),
        fact.bridge_share(),
        template == null ? null : template.slots().size(),
        use.first_seen(),
        use.last_seen(),
        activeDays(use),
        null,
        null,
        use.replies_n(),
        use.eligible_n(),
        reply.rate(),
        reply.lo(),
        reply.hi(),
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }

  private static Integer activeDays(TemplateUse use) {
    if (use.first_seen() == null) {
      return null;
    }
    LocalDate first = use.first_seen().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate last = use.last_seen().atZone(ZoneOffset.UTC).toLocalDate();
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }
}
