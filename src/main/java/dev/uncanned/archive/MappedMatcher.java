package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the mapping that fits a file, by the columns or keys in its first {@value #HEAD_BYTES}
 * bytes.
 *
 * <p>The user's mappings win over those that come with the program; among these the one that asks
 * for most columns, then the first by name. A table with the columns of a LinkedIn export fits
 * none.
 */
final class MappedMatcher {

  /** How much of a file is looked at. */
  static final int HEAD_BYTES = 64 << 10;

  /** Notes may stand above the header of a table, and a broken line above good ones. */
  static final int HEAD_RECORDS = 10;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  /**
   * A file's mapping.
   *
   * @param own whether the user wrote it
   * @param delimiter of CSV, 0 in JSON
   * @param charset of the file unless a byte order mark says otherwise; empty if it is to be found
   *     out value by value
   */
  record Match(Mapping mapping, boolean own, char delimiter, String charset) {

    boolean json() {
      return delimiter == 0;
    }

    /** The format in the table of inputs. */
    InputFormat format() {
      if (own) {
        return json() ? InputFormat.MAPPED_JSONL : InputFormat.MAPPED_CSV;
      }
      InputFormat found = InputFormat.MAPPED_CSV;
      for (InputFormat format : InputFormat.values()) {
        boolean longer = found == InputFormat.MAPPED_CSV;
        if (longer && mapping.name().startsWith(format.label())) {
          found = format;
        }
      }
      return found;
    }
  }

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparing((Match match) -> !match.own())
          .thenComparing(match -> -match.mapping().when().size())
          .thenComparing(match -> match.mapping().name())
          .thenComparing(Match::delimiter);

  private final List<Mapping> own;
  private final List<Mapping> presets;

  MappedMatcher(ArchiveConfig config) {
    this.own = config.mappings();
    this.presets = MappedPresetJsonReader.presets();
  }

  /** The mapping of a file; null if none fits. */
  Match match(InputStream file) throws IOException {
    byte[] head = file.readNBytes(HEAD_BYTES);
    return isJson(head) ? json(head) : csv(head);
  }

  private static String charset(Mapping mapping, byte[] head) {
    if (mapping.charset() != null) {
      return mapping.charset();
    }
    return isMostlyUtf8(head) ? "" : "windows-1252";
  }

  /** Whether more characters outside of ASCII come out well as UTF-8 than do not. */
  private static boolean isMostlyUtf8(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    int good = 0;
    int broken = 0;
    // The last character may be cut by the end of what is looked at.
    for (int i = 0; i < text.length() - 1; i++) {
      broken += text.charAt(i) == '\uFFFD' ? 1 : 0;
      good += text.charAt(i) >= 0x80 && text.charAt(i) != '\uFFFD' ? 1 : 0;
    }
    return broken <= good;
  }

  private static boolean isJson(byte[] head) {
    String text = text(head, 64);
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static String text(byte[] head, int most) {
    Charset wide = Utf16Input.charset(head, null);
    int length = Math.min(head.length, most);
    String text = new String(head, 0, length, wide == null ? StandardCharsets.UTF_8 : wide);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Match json(byte[] head) {
    String text = text(head, head.length);
    int start = 0;
    for (int i = 0; i < HEAD_RECORDS && start < text.length(); i++) {
      Set<List<String>> paths = MappedJsonReader.paths(text.substring(start));
      Match match = best(paths, head);
      if (match != null) {
        return match;
      }
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : end + 1;
    }
    return null;
  }

  private Match best(Set<List<String>> paths, byte[] head) {
    List<Match> matches = new ArrayList<>();
    for (Mapping mapping : own) {
      addJson(mapping, true, paths, head, matches);
    }
    for (Mapping mapping : presets) {
      addJson(mapping, false, paths, head, matches);
    }
    return matches.stream().min(BEST_FIRST).orElse(null);
  }

  private static void addJson(
      Mapping mapping, boolean own, Set<List<String>> paths, byte[] head, List<Match> matches) {
    if (mapping.format() == Mapping.Format.CSV) {
      return;
    }
    Set<String> wrappers = new HashSet<>();
    mapping.wrappers().forEach(wrapper -> wrappers.add(MappedField.key(wrapper)));
    Set<String> keys = new HashSet<>();
    for (List<String> path : paths) {
      keys.add(String.join(".", path.stream().filter(key -> !wrappers.contains(key)).toList()));
    }
    if (fits(mapping, keys)) {
      matches.add(new Match(mapping, own, (char) 0, charset(mapping, head)));
    }
  }

  static boolean fits(Mapping mapping, Set<String> columns) {
    return mapping.when().stream().allMatch(column -> MappedField.isIn(columns, column));
  }

  private Match csv(byte[] head) throws IOException {
    Set<Character> delimiters = new LinkedHashSet<>(DELIMITERS);
    own.stream()
        .filter(mapping -> mapping.delimiter() != null)
        .forEach(mapping -> delimiters.add(mapping.delimiter().charAt(0)));
    List<Match> matches = new ArrayList<>();
    for (char delimiter : delimiters) {
      for (Set<String> header : headers(head, delimiter)) {
        own.forEach(mapping -> addCsv(mapping, true, header, delimiter, head, matches));
        presets.forEach(mapping -> addCsv(mapping, false, header, delimiter, head, matches));
      }
    }
    return matches.stream().min(BEST_FIRST).orElse(null);
  }

  private static void addCsv(
      Mapping mapping,
      boolean own,
      Set<String> header,
      char delimiter,
      byte[] head,
      List<Match> matches) {
    boolean possible =
        mapping.format() != Mapping.Format.JSONL
            && (mapping.delimiter() == null || mapping.delimiter().charAt(0) == delimiter);
    if (possible && fits(mapping, header)) {
      matches.add(new Match(mapping, own, delimiter, charset(mapping, head)));
    }
  }

  /** The first records of a table as headers, those of LinkedIn's own files left out. */
  private static List<Set<String>> headers(byte[] head, char delimiter) throws IOException {
    List<Set<String>> headers = new ArrayList<>();
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(head), delimiter, "")) {
      for (int i = 0; i < HEAD_RECORDS && reader.next(); i++) {
        Set<String> header =
            reader.reason() == null ? MappedSheet.names(reader).keySet() : Set.of();
        if (isLinkedIn(header)) {
          return List.of();
        }
        headers.add(header);
      }
    }
    return headers;
  }

  private static boolean isLinkedIn(Set<String> header) {
    for (LinkedInCsv kind : LinkedInCsv.values()) {
      if (kind.fits(header)) {
        return true;
      }
    }
    return false;
  }
}
