package dev.uncanned.export;

import java.util.List;

/** The exported tables, in the order of their description. */
public final class ExportTables {

  /** The row record of every table. */
  public static final List<Class<? extends Record>> ALL =
      List.of(
          ExportedMessage.class,
          ExportedCluster.class,
          ExportedCampaign.class,
          ExportedLineage.class,
          ExportedSender.class);

  private ExportTables() {}
}
