package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.message.Erasure;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people who asked to be forgotten: a table of the state that every run obeys and hands on. It
 * is also the log of what was erased.
 *
 * @param format_version layout of the file
 * @param key_id the key of the pseudonyms below; never the key; null if nobody was forgotten
 * @param entries oldest first
 */
record Erasures(String format_version, String key_id, List<Entry> entries) {

  /** Name of the table of the state. */
  static final String TABLE = "erasure";

  private static final String FORMAT_VERSION = "1";
  private static final String FILE = "erasures.json";

  Erasures {
    entries = List.copyOf(entries);
  }

  /**
   * One request that was carried out.
   *
   * @param requested_at when, ISO 8601, by the clock of the machine
   * @param generation the first generation without these people; older ones are removed
   * @param people their pseudonyms in the tables that were; of those who stood in lists of
   *     connections alone those of their names
   * @param keys pseudonyms of their addresses, and of a name where that is all that is known
   * @param names pseudonyms of their names
   * @param rows how many rows of each table named one of them
   */
  record Entry(
      String requested_at,
      long generation,
      List<String> people,
      List<String> keys,
      List<String> names,
      Map<String, Long> rows) {

    Entry {
      people = List.copyOf(people);
      keys = List.copyOf(keys);
      names = List.copyOf(names);
      rows = new TreeMap<>(rows);
    }

    Entry in(long number) {
      return new Entry(requested_at, number, people, keys, names, rows);
    }
  }

  static Erasures none() {
    return new Erasures(FORMAT_VERSION, null, List.of());
  }

  /**
   * Those that a generation knows of.
   *
   * @throws UserException if the file is damaged or of an unknown layout
   */
  static Erasures of(Store store, Manifest manifest) throws IOException {
    List<Path> files = store.state(manifest, TABLE);
    if (files.isEmpty()) {
      return none();
    }
    List<String> faults = store.verifyState(manifest, file -> file.startsWith(TABLE + "/"));
    if (!faults.isEmpty()) {
      throw new UserException(
          ExitCode.INTERNAL,
          faults.get(0) + " since it was published; it says who is to be forgotten: restore it");
    }
    return StateJson.read(
        files.get(0), Erasures.class, FORMAT_VERSION, "the list of forgotten people");
  }

  /** The same for the newest generation; nobody if there is none. */
  static Erasures newest(Store store) throws IOException {
    var newest = store.newest();
    return newest.isPresent() ? of(store, newest.get()) : none();
  }

  /** The same with one more request. */
  Erasures with(Entry entry, String keyId) {
    List<Entry> all = new ArrayList<>(entries);
    all.add(entry);
    return new Erasures(FORMAT_VERSION, keyId, all);
  }

  /** The same; its last entry came true in a generation. */
  Erasures in(long generation) {
    List<Entry> all = new ArrayList<>(entries);
    all.add(all.remove(all.size() - 1).in(generation));
    return new Erasures(format_version, key_id, all);
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE), new ObjectMapper().writeValueAsBytes(this));
  }

  /**
   * Who is covered.
   *
   * @throws UserException if the pseudonyms are made with another key than those of the list
   */
  Erasure people(Pseudonyms pseudonyms) {
    if (!entries.isEmpty() && !pseudonyms.keyId().equals(key_id)) {
      throw new UserException(
          ExitCode.CONFIG,
          "people were forgotten under the pseudonym key "
              + key_id
              + ", this one is "
              + pseudonyms.keyId()
              + "; give the former with --key-file");
    }
    List<String> keys = entries.stream().flatMap(entry -> entry.keys().stream()).toList();
    List<String> names = entries.stream().flatMap(entry -> entry.names().stream()).toList();
    return new Erasure(pseudonyms, keys, names);
  }

  /**
   * Removes the generations before the last erasure, if a crash has left any.
   *
   * @param lock shows that no other run is at it
   */
  static void finish(Store store, StoreLock lock) throws IOException {
    long first = newest(store).entries().stream().mapToLong(Entry::generation).max().orElse(0);
    if (first > 0) {
      store.removeBefore(lock, first);
    }
  }
}
