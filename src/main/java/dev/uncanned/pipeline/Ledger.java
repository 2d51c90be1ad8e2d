package dev.uncanned.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run writes down beside the tables of its state, so that the next one knows what it may
 * take over: names and hashes, never a text, a person or a path of an archive.
 *
 * @param format_version layout of the state; a run takes over nothing of another layout
 * @param text_rules hash of all that makes a document from a row of an archive
 * @param people hash of who is known by several addresses and who is in which team
 * @param owners hash of the owner of each archive
 * @param latest messages with later dates counted as undated, ISO 8601
 * @param earliest those with earlier ones too, by archive; null in a state of an older version,
 *     where all were believed
 * @param cluster_rules the rules of the clusters, one a line; empty if no clusters were kept
 * @param archive which parts of the archives each segment of rows holds
 * @param text folders of the segments of documents
 */
record Ledger(
    String format_version,
    String text_rules,
    String people,
    Map<String, String> owners,
    String latest,
    Map<String, String> earliest,
    String cluster_rules,
    List<PartSegment> archive,
    List<String> text) {

  /** The only layout so far. */
  static final String FORMAT_VERSION = "1";

  /** Ends the name of a part of which not all was read: no run takes it for one it knows. */
  private static final String CUT = "-cut";

  /** Name of the file, and of the table of the state that it is. */
  static final String FILE = "ledger.json";

  Ledger {
    owners = new TreeMap<>(owners);
    earliest = earliest == null ? Map.of() : new TreeMap<>(earliest);
    archive = List.copyOf(archive);
    text = List.copyOf(text);
  }

  /** The name of a part of which the clock let only some be read, so that the next run reads it. */
  static String cut(String part) {
    return part + CUT;
  }

  /**
   * One segment of rows of archives.
   *
   * @param folder name of its folder
   * @param parts names of the parts whose rows it holds, sorted; {@link #cut} where that is not all
   */
  record PartSegment(String folder, List<String> parts) {

    PartSegment {
      parts = List.copyOf(parts);
    }
  }
}
