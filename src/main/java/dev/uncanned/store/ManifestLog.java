package dev.uncanned.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The numbered manifests of an output folder: the one truth about what is published. */
final class ManifestLog {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final int MAJOR = 1;
  private static final int MAJOR_DIGITS = 6;
  private static final String UNSEALED = "1.0";
  private static final String SUFFIX = ".json";
  private static final String TEMPORARY = ".tmp-";

  private final Disk disk;
  private final Path folder;

  ManifestLog(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /** The highest number that is taken, by a damaged manifest too; 0 if there is none. */
  long last() throws IOException {
    return numbers().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /**
   * The newest manifest that is whole.
   *
   * @throws StoreNewerException if a newer program has written it, or one after it
   */
  Optional<Manifest> newest() throws IOException {
    for (long number : numbers().stream().sorted(Comparator.reverseOrder()).toList()) {
      Optional<Manifest> manifest = read(number);
      if (manifest.isPresent()) {
        return manifest;
      }
    }
    return Optional.empty();
  }

  /** All manifests that are whole, from the oldest to the newest. */
  List<Manifest> all() throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (long number : numbers()) {
      read(number).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Numbers of the manifests that are torn or damaged.
   *
   * @param whole those that are whole
   */
  Set<Long> damaged(List<Manifest> whole) throws IOException {
    Set<Long> damaged = new TreeSet<>(numbers());
    whole.forEach(manifest -> damaged.remove(manifest.generation()));
    return damaged;
  }

  /** The manifest of that number; empty if there is none or it is damaged. */
  Optional<Manifest> read(long number) throws IOException {
    Path file = file(number);
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = disk.read(file)) {
      bytes = in.readAllBytes();
    }
    try {
      JsonNode tree = JSON.readTree(bytes);
      String version = tree.path("format_version").asText();
      boolean sealed = tree.has("sha256");
      boolean whole = sealed ? ManifestSeal.holds(bytes) : version.equals(UNSEALED);
      requireKnown(version, whole);
      Manifest manifest = JSON.treeToValue(tree, Manifest.class);
      boolean named = manifest != null && manifest.generation() == number;
      return whole && named ? Optional.of(manifest) : Optional.empty();
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  /** Layouts of one major version can be read by all programs of that version. */
  private static void requireKnown(String version, boolean whole) throws StoreNewerException {
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    boolean number =
        !major.isEmpty()
            && major.length() <= MAJOR_DIGITS
            && major.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && Integer.parseInt(major) > MAJOR) {
      throw new StoreNewerException(version);
    }
    if (!number && whole) {
      throw new StoreNewerException("of no known form");
    }
  }

  /**
   * Publishes: makes the manifest durable under another name and links its number to it.
   *
   * @throws StoreBusyException if another run has taken the number
   */
  void create(Manifest manifest) throws IOException, StoreBusyException {
    byte[] blank = JSON.writeValueAsBytes(ManifestSeal.blank(manifest));
    String name = Numbered.name(manifest.generation()) + "-" + manifest.run_id();
    Path temporary = folder.resolve(TEMPORARY + name);
    try {
      disk.write(temporary, ManifestSeal.sealed(blank));
      disk.force(temporary);
      disk.link(file(manifest.generation()), temporary);
    } catch (FileAlreadyExistsException taken) {
      throw new StoreBusyException();
    }
    disk.forceFolder(folder);
    disk.delete(temporary);
  }

  /** Removes what was not published, or published and not tidied up. */
  void removeTemporaries() throws IOException {
    for (Path file : disk.list(folder)) {
      if (file.getFileName().toString().startsWith(TEMPORARY)) {
        disk.delete(file);
      }
    }
  }

  /** Removes manifests for good. */
  void remove(Iterable<Long> numbers) throws IOException {
    for (long number : numbers) {
      disk.delete(file(number));
    }
    disk.forceFolder(folder);
  }

  /** File of a number. */
  Path file(long number) {
    return folder.resolve(Numbered.name(number) + SUFFIX);
  }

  private List<Long> numbers() throws IOException {
    return disk.list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .map(Numbered::of)
        .filter(number -> number > 0)
        .sorted()
        .toList();
  }
}
