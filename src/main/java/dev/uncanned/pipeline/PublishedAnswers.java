package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What an output folder answers to a question that people can judge too, delivery by delivery. */
public final class PublishedAnswers {

  private static final String MESSAGE_ID = "message_id";
  private static final String RECIPIENT_ID = "recipient_id";
  private static final String DIRECTION = "direction";

  private final Path folder;

  private PublishedAnswers(Path folder) {
    this.folder = folder;
  }

  /** The questions, each with a column of its name in sheets for people. */
  public enum Question {
    MASS_SEND("Did this text go to many people, with at most their fields filled in?"),
    PERSONAL_LEVEL(
        "0 nothing of the recipient, 1 merge fields only, 2 fits a group of recipients, 3 refers to"
            + " something specific, 4 to something specific and true of this recipient"),
    HOLLOW_PRAISE("Does it praise in words that would fit anybody?"),
    HARD_DEFECT("Does it show the machinery, or name the wrong person or company?");

    private final String words;

    Question(String words) {
      this.words = words;
    }

    /** What people are asked. */
    public String words() {
      return words;
    }

    /** The name of its column in a sheet. */
    public String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The answers that there are. */
    public List<String> answers() {
      return this == PERSONAL_LEVEL ? List.of("0", "1", "2", "3", "4") : List.of("yes", "no");
    }

    private List<String> columns() {
      return switch (this) {
        case MASS_SEND -> List.of("mass_send");
        case PERSONAL_LEVEL -> List.of("personal_level");
        case HOLLOW_PRAISE -> List.of("hollow_praise_n");
        case HARD_DEFECT -> List.of("defects");
      };
    }

    /** The answer of a row; null where it is unknown. */
    private String answer(ParquetCells.Cells row) {
      return switch (this) {
        case MASS_SEND -> yes(row.flag("mass_send"));
        case PERSONAL_LEVEL -> {
          Integer level = row.small("personal_level");
          yield level == null ? null : level.toString();
        }
        case HOLLOW_PRAISE -> {
          Integer praise = row.small("hollow_praise_n");
          yield praise == null ? null : yes(praise > 0);
        }
        case HARD_DEFECT -> yes(row.listHas("defects", "severity", "hard"));
      };
    }

    private static String yes(Boolean flag) {
      if (flag == null) {
        return null;
      }
      return flag ? "yes" : "no";
    }
  }

  /** A delivery: a message to one recipient. */
  public record Delivery(String message_id, String recipient_id) {}

  /** Takes one answer after the other. */
  @FunctionalInterface
  public interface Reader {
    void take(Delivery delivery, String answer);
  }

  /** What a message says, for the people who judge it. */
  public record Letter(String subject, String text) {}

  /**
   * Opens the newest generation.
   *
   * @throws UserException if nothing is published there
   */
  public static PublishedAnswers open(Path out) {
    return new PublishedAnswers(Outputs.newest(out).folder());
  }

  /**
   * Hands over the known answers of one direction, in the order of the table.
   *
   * @param direction {@code outbound} or {@code inbound}; null for both
   */
  public void each(Question question, String direction, Reader reader) {
    List<String> columns = new ArrayList<>(question.columns());
    columns.addAll(List.of(MESSAGE_ID, RECIPIENT_ID, DIRECTION));
    read(
        "tables/message_scores",
        columns,
        row -> {
          String answer = question.answer(row);
          boolean meant = direction == null || direction.equals(row.text(DIRECTION));
          if (answer != null && meant && row.text(RECIPIENT_ID) != null) {
            reader.take(new Delivery(row.text(MESSAGE_ID), row.text(RECIPIENT_ID)), answer);
          }
        });
  }

  /** The texts of some messages, by message. */
  public Map<String, Letter> letters(Set<String> messages) {
    Map<String, Letter> letters = new HashMap<>();
    read(
        "restricted/messages_text",
        List.of(MESSAGE_ID, "subject", "body_clean"),
        row -> {
          if (messages.contains(row.text(MESSAGE_ID))) {
            letters.put(
                row.text(MESSAGE_ID), new Letter(row.text("subject"), row.text("body_clean")));
          }
        });
    return letters;
  }

  /** A name of each of some people, the first by the alphabet. */
  public Map<String, String> names(Set<String> people) {
    Map<String, String> names = new HashMap<>();
    read(
        "restricted/people",
        List.of("person_id", "name"),
        row -> {
          String person = row.text("person_id");
          if (row.text("name") != null && people.contains(person)) {
            names.merge(
                person, row.text("name"), (one, other) -> one.compareTo(other) <= 0 ? one : other);
          }
        });
    return names;
  }

  private void read(String table, List<String> columns, Consumer<ParquetCells.Cells> reader) {
    try {
      ParquetCells.read(folder.resolve(table), columns, reader);
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, folder + ": its tables cannot be read");
    }
  }
}
