package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.uncanned.archive.OddName;
import dev.uncanned.mart.QuarantineRow;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Quarantine;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups what can be done with the records that could not be read. */
@Command(
    name = "quarantine",
    description = "Shows, exports and retries the records that could not be read.",
    mixinStandardHelpOptions = true,
    subcommands = {
      QuarantineCommand.Listing.class,
      QuarantineCommand.Show.class,
      QuarantineCommand.Export.class,
      QuarantineCommand.Retry.class
    })
final class QuarantineCommand implements Callable<Integer> {

  /** JSON that no character of the input can break out of, on a terminal neither. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Which quarantine is meant. */
  static final class Place {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
    private Path out;

    @Option(
        names = "--rejected",
        description = "of the last run that published nothing; default: of the published one")
    private boolean rejected;

    Quarantine open() {
      return Quarantine.open(out, rejected);
    }
  }

  /** Prints counts by input and reason. */
  @Command(
      name = "list",
      description = {
        "Prints how many records there are, by input and reason, one JSON a line; with --rejected",
        "also the archives of which records were missed."
      },
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private Place place;

    @Override
    public Integer call() throws JsonProcessingException {
      Quarantine quarantine = place.open();
      Map<String, Group> groups = new TreeMap<>();
      quarantine.each(
          row ->
              groups
                  .computeIfAbsent(row.input_id() + " " + row.reason_code(), key -> new Group(row))
                  .add());
      PrintWriter out = spec.commandLine().getOut();
      for (Group group : groups.values()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("input_id", group.first.input_id());
        line.put("path", quarantine.path(group.first.input_id()));
        line.put("parser", group.first.parser());
        line.put("reason_code", group.first.reason_code());
        line.put("records", group.records);
        line.put("first", group.first.quarantine_id());
        out.println(JSON.writeValueAsString(line));
      }
      if (place.rejected) {
        for (Quarantine.Missed missed : quarantine.missed()) {
          out.println(JSON.writeValueAsString(missed));
        }
      }
      out.flush();
      return 0;
    }
  }

  /** The records of one input and reason. */
  private static final class Group {

    private final QuarantineRow first;
    private long records;

    Group(QuarantineRow first) {
      this.first = first;
    }

    void add() {
      records++;
    }
  }

  /** Prints one record. */
  @Command(
      name = "show",
      description = "Prints one record, escaped for the terminal.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private Place place;

    @Parameters(paramLabel = "ID", description = "quarantine_id of the record")
    private String id;

    @Override
    public Integer call() {
      QuarantineRow[] found = new QuarantineRow[1];
      Quarantine quarantine = place.open();
      quarantine.each(row -> found[0] = row.quarantine_id().equals(id) ? row : found[0]);
      if (found[0] == null) {
        throw new UserException(
            ExitCode.NO_INPUT,
            OddName.escaped(id)
                + ": there is no such record; uncanned quarantine list names one of each kind");
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println("path: " + shown(quarantine.path(found[0].input_id())));
      for (RecordComponent column : QuarantineRow.class.getRecordComponents()) {
        if (!column.getName().equals("raw_sample")) {
          out.println(column.getName() + ": " + shown(value(found[0], column)));
        }
      }
      sample(found[0].raw_sample(), out);
      out.flush();
      return 0;
    }

    private static void sample(String sample, PrintWriter out) {
      if (sample == null) {
        out.println("raw_sample: -");
        return;
      }
      out.println("raw_sample:");
      byte[] bytes = sample.getBytes(StandardCharsets.ISO_8859_1);
      String text = new String(bytes, StandardCharsets.UTF_8);
      text.lines().forEach(line -> out.println("  | " + OddName.escaped(line)));
    }

    private static String shown(Object value) {
      return value == null ? "-" : OddName.escaped(value.toString());
    }

    private static Object value(QuarantineRow row, RecordComponent column) {
      try {
        return column.getAccessor().invoke(row);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException("the components of a record are public", impossible);
      }
    }
  }

  /** Writes all records to a file. */
  @Command(
      name = "export",
      description = "Writes all records to a new file that only its owner may read.",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    /** Shapes of the file. */
    enum Format {
      CSV,
      JSONL
    }

    @Spec private CommandSpec spec;

    @Mixin private Place place;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "file to make")
    private Path to;

    @Option(
        names = "--format",
        paramLabel = "csv|jsonl",
        defaultValue = "csv",
        description = "csv (cells that a spreadsheet would compute begin with ') or jsonl")
    private Format format;

    @Override
    public Integer call() {
      Quarantine quarantine = place.open();
      try (QuarantineFile file = QuarantineFile.create(to, format)) {
        quarantine.each(file::add);
      } catch (IOException failure) {
        throw new UserException(
            ExitCode.CANNOT_CREATE,
            to + ": cannot be made; it must not exist yet, and its folder must");
      }
      spec.commandLine().getOut().println(to);
      return 0;
    }
  }

  /** Reads the inputs of the records again. */
  @Command(
      name = "retry",
      description = {
        "Reads the inputs of the records again with the readers of this version, and says how many",
        "would be read now. Changes nothing; run --rebuild takes them in."
      },
      mixinStandardHelpOptions = true)
  static final class Retry implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private Place place;

    @Override
    public Integer call() throws JsonProcessingException {
      Quarantine.Retried retried = place.open().retry();
      spec.commandLine().getOut().println(JSON.writeValueAsString(retried));
      return 0;
    }
  }
}
