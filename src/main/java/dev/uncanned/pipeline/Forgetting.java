package dev.uncanned.pipeline;

import dev.uncanned.message.Erasure;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/**
 * Erases people from an output folder: from its tables, its state and its older generations, and
 * keeps them out of every later run.
 *
 * <p>What others wrote about a person stays, and so do the archives themselves, which belong to the
 * user.
 */
public final class Forgetting {

  private static final List<String> PEOPLE = List.of("sender_id", "recipient_id", "person_id");
  private static final String MESSAGE_ID = "message_id";
  private static final String LISTS = "state/" + RunMemory.ARCHIVE;

  private final Path out;
  private final Manifest manifest;
  private final Path folder;
  private final PeopleToForget known;
  private final Set<String> people;
  private final Set<String> connected;

  /**
   * What an erasure would remove.
   *
   * @param people pseudonyms of the people that were named
   * @param namesakes pseudonyms of others with a name of theirs, who may be the same; they are not
   *     erased unless they are named too
   * @param on_roster those of the people who are on the roster
   * @param connections_only_n how many more were named, who stand in lists of connections alone and
   *     have no pseudonym
   * @param addresses_n how many addresses are known of them
   * @param rows how many rows of each table name one of them or hold a message of theirs; of the
   *     state how many lists of connections name one of those who stand there alone
   * @param generations those that would be removed
   */
  public record Preview(
      Set<String> people,
      Set<String> namesakes,
      Set<String> on_roster,
      int connections_only_n,
      int addresses_n,
      Map<String, Long> rows,
      List<Long> generations) {}

  private Forgetting(
      Outputs.Newest newest,
      Path out,
      PeopleToForget known,
      Set<String> people,
      Set<String> connected) {
    this.out = out;
    this.manifest = newest.manifest();
    this.folder = newest.folder();
    this.known = known;
    this.people = people;
    this.connected = connected;
  }

  /**
   * Finds people in the newest generation.
   *
   * @param words each a pseudonym, an e-mail address, a profile URL or a name
   * @throws UserException if nothing is published, nobody is found, or a name means several people
   */
  public static Forgetting of(Path out, List<String> words) {
    Outputs.Newest newest = Outputs.newest(out);
    try {
      PeopleToForget known = PeopleToForget.read(newest.folder());
      ConnectionLists lists = ConnectionLists.of(new Store(out), newest.manifest());
      Set<String> people = new TreeSet<>();
      Set<String> connected = new TreeSet<>();
      for (int i = 0; i < words.size(); i++) {
        Set<String> meant = known.meant(words.get(i));
        String name = PeopleDirectory.folded(words.get(i));
        if (meant.isEmpty() && lists.naming(Set.of(name)) > 0) {
          connected.add(name);
        } else {
          requireOne(out, i + 1, meant);
          people.addAll(meant);
        }
      }
      return new Forgetting(newest, out, known, people, connected);
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  private static void requireOne(Path out, int place, Set<String> meant) {
    if (meant.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          out
              + ": nobody is known by person "
              + place
              + " of the command line; give a pseudonym, an address, a profile URL or a full name");
    }
    if (meant.size() > 1) {
      throw new UserException(
          ExitCode.USAGE,
          "person "
              + place
              + " of the command line may be "
              + meant.size()
              + " people, see restricted/people: "
              + String.join(", ", meant)
              + "; say which, or name them all");
    }
  }

  /** What would be removed. */
  public Preview preview() {
    Set<String> roster = new TreeSet<>(people);
    roster.removeIf(id -> !known.onRoster(id));
    int addresses = people.stream().mapToInt(known::addresses).sum();
    List<Long> generations =
        Outputs.kept(out).generations().stream().map(Manifest::generation).toList();
    return new Preview(
        people, known.namesakes(people), roster, connected.size(), addresses, rows(), generations);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    Set<String> messages = new HashSet<>();
    try {
      for (PublishedTable table : manifest.tables()) {
        List<String> columns = columns(table, PEOPLE);
        if (!columns.isEmpty()) {
          rows.put(table.path(), rowsWith(table, columns, messages));
        }
      }
      for (PublishedTable table : manifest.tables()) {
        if (!rows.containsKey(table.path()) && !columns(table, List.of(MESSAGE_ID)).isEmpty()) {
          rows.put(table.path(), rowsOf(table, messages));
        }
      }
      if (!connected.isEmpty()) {
        rows.put(LISTS, ConnectionLists.of(new Store(out), manifest).naming(connected));
      }
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
    rows.values().removeIf(n -> n == 0);
    return rows;
  }

  private long rowsWith(PublishedTable table, List<String> columns, Set<String> messages)
      throws IOException {
    List<String> read = new ArrayList<>(columns);
    List<String> message = columns(table, List.of(MESSAGE_ID));
    read.addAll(message);
    long[] rows = new long[1];
    ParquetCells.read(
        folder.resolve(table.path()),
        read,
        row -> {
          if (columns.stream().map(row::text).anyMatch(id -> id != null && people.contains(id))) {
            rows[0]++;
            message.forEach(column -> messages.add(row.text(column)));
          }
        });
    return rows[0];
  }

  private long rowsOf(PublishedTable table, Set<String> messages) throws IOException {
    long[] rows = new long[1];
    ParquetCells.read(
        folder.resolve(table.path()),
        List.of(MESSAGE_ID),
        row -> rows[0] += messages.contains(row.text(MESSAGE_ID)) ? 1 : 0);
    return rows[0];
  }

  /** Which of some columns a table has. */
  private List<String> columns(PublishedTable table, List<String> some) throws IOException {
    for (Manifest.PublishedFile file : manifest.files()) {
      if (file.rows() != null && file.path().startsWith(table.path() + "/")) {
        try (ParquetFileReader reader = ParquetRows.open(folder.resolve(file.path()))) {
          MessageType schema = reader.getFileMetaData().getSchema();
          return some.stream().filter(schema::containsField).toList();
        }
      }
    }
    return List.of();
  }

  /**
   * Erases the people: publishes a generation without them and removes all earlier ones.
   *
   * @param request that of the newest generation; it is run anew as a whole
   * @param pseudonyms those of the newest generation
   * @param now for the log
   * @return what the run published
   * @throws UserException if the request is another one; nothing is changed then
   * @throws IllegalStateException if the new generation still knows one of them: a bug
   */
  public RunResult erase(Runner runner, RunRequest request, Pseudonyms pseudonyms, Instant now) {
    List<String> ids = new ArrayList<>(people);
    List<String> names = new ArrayList<>(known.names(people, pseudonyms));
    for (String name : connected) {
      List<String> ofName = Erasure.ofName(pseudonyms, name);
      ids.addAll(ofName);
      names.addAll(ofName);
    }
    Erasures.Entry entry =
        new Erasures.Entry(now.toString(), 0, ids, known.keys(people, pseudonyms), names, rows());
    RunResult result = runner.forgetting(entry).run(request);
    requireGone();
    return result;
  }

  private void requireGone() {
    Forgetting after = new Forgetting(Outputs.newest(out), out, known, people, connected);
    Map<String, Long> left = after.rows();
    if (!left.isEmpty()) {
      throw new IllegalStateException("rows of people to be forgotten are left in " + left);
    }
  }

  /**
   * The erasures of an output folder, oldest first: when, from which generation on, and how many
   * rows of each table; no pseudonym among them.
   */
  public static List<Map<String, Object>> log(Path out) {
    try {
      List<Map<String, Object>> log = new ArrayList<>();
      for (Erasures.Entry entry :
          Erasures.of(new Store(out), Outputs.newest(out).manifest()).entries()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("requested_at", entry.requested_at());
        line.put("generation", entry.generation());
        line.put("people_n", entry.people().size());
        line.put("rows", entry.rows());
        log.add(line);
      }
      return log;
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }
}
