package dev.uncanned.campaign;

import java.util.List;

/**
 * A template that several senders used.
 *
 * @param messages_n messages with the template
 * @param uses who used it in which campaign, each once, in any order
 * @param oldest_alone the oldest of its messages that are in no campaign; null without such
 */
public record SharedTemplate(
    String cluster_id, long messages_n, List<TemplateUser> uses, OldestMessage oldest_alone) {

  public static final String CLUSTER_ID = "cluster_id";
  public static final String MESSAGES_N = "messages_n";
  public static final String USES = "uses";
  public static final String OLDEST_ALONE = "oldest_alone";

  public SharedTemplate {
    uses = uses == null ? List.of() : List.copyOf(uses);
  }
}
