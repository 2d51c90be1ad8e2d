package dev.uncanned.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into what the generator wrote, for tests. */
final class WrittenWorld {

  final Path out;

  WrittenWorld(Path out) {
    this.out = out;
  }

  List<Map<String, String>> truth() {
    return NaiveCsv.rows(read(out.resolve("truth.csv")), "archive");
  }

  List<String> archives() {
    try (Stream<Path> files = Files.list(out.resolve("archives"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of an export by base name, of a mailbox by path; what macOS adds is left out. */
  Map<String, String> files(String archive) {
    Path path = out.resolve("archives").resolve(archive);
    return Files.isDirectory(path) ? folder(path) : zip(path);
  }

  private static Map<String, String> folder(Path root) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Map<String, String> zip(Path path) {
    Map<String, String> files = new TreeMap<>();
    try (InputStream in = Files.newInputStream(path);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        if (!entry.getName().startsWith("__MACOSX/")) {
          files.put(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The records of a file of an export, without the one that is damaged on purpose. */
  List<Map<String, String>> rows(String archive, String file) {
    String text = files(archive).get(file);
    String sound = text.replaceAll("(?m)^.*This record lost its closing quote.*\n", "");
    String first =
        sound.startsWith("Notes:") ? "First Name" : NaiveCsv.records(sound).get(0).get(0);
    return NaiveCsv.rows(sound, first);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
