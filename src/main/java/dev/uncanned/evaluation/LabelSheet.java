package dev.uncanned.evaluation;

import dev.uncanned.archive.CsvReader;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.PublishedAnswers;
import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import dev.uncanned.pipeline.PublishedAnswers.Letter;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.table.SpreadsheetCell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A CSV for a person to fill in: one line a delivery, its text, and an empty column for the answer.
 *
 * <p>The published answer is not in it, so that it cannot sway the person. It holds message texts
 * and names: it is written for its owner only.
 */
final class LabelSheet {

  private static final String MESSAGE = "message_id";
  private static final String RECIPIENT = "recipient_id";
  private static final String OWNER_ONLY = "rw-------";

  private final Question question;
  private final Map<Delivery, String> answers;

  private LabelSheet(Question question, Map<Delivery, String> answers) {
    this.question = question;
    this.answers = answers;
  }

  Question question() {
    return question;
  }

  /** The answers given, in the order of the sheet. */
  Map<Delivery, String> answers() {
    return answers;
  }

  /**
   * Writes a sheet to fill in.
   *
   * @throws UserException if the file is there or cannot be written
   */
  static void write(
      Path file, Question question, List<Delivery> deliveries, PublishedAnswers published) {
    Set<String> messages = new TreeSet<>();
    Set<String> people = new TreeSet<>();
    for (Delivery delivery : deliveries) {
      messages.add(delivery.message_id());
      people.add(delivery.recipient_id());
    }
    Map<String, Letter> letters = published.letters(messages);
    Map<String, String> names = published.names(people);
    StringBuilder csv = new StringBuilder();
    row(csv, List.of(MESSAGE, RECIPIENT, "recipient", "subject", "text", question.column()));
    for (Delivery delivery : deliveries) {
      Letter letter = letters.getOrDefault(delivery.message_id(), new Letter(null, null));
      row(
          csv,
          List.of(
              delivery.message_id(),
              delivery.recipient_id(),
              shown(names.get(delivery.recipient_id())),
              shown(letter.subject()),
              shown(letter.text()),
              ""));
    }
    create(file, csv.toString());
  }

  private static void create(Path file, String text) {
    if (Files.exists(file)) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, file + ": is there already; name a new file for the sheet");
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException | UnsupportedOperationException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, file + ": cannot be written; check path and rights");
    }
  }

  private static String shown(String text) {
    return text == null ? "" : text;
  }

  private static void row(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(SpreadsheetCell.quoted(cells.get(i)));
    }
    csv.append('\n');
  }

  /**
   * Reads a sheet that was filled in; lines without an answer are left out.
   *
   * @throws UserException if the file is missing, is no such sheet or holds an unknown answer
   */
  static LabelSheet read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(ExitCode.NO_INPUT, file + ": there is no such sheet");
    }
    try (InputStream in = Files.newInputStream(file);
        CsvReader csv = new CsvReader(in)) {
      Map<String, Integer> places = CsvColumns.of(csv);
      Question question = question(places, file);
      Map<Delivery, String> answers = new LinkedHashMap<>();
      int number = 0;
      while (csv.next()) {
        number++;
        String answer = csv.cell(places.get(question.column())).strip().toLowerCase(Locale.ROOT);
        if (!answer.isEmpty()) {
          require(question, answer, file, number);
          answers.put(
              new Delivery(csv.cell(places.get(MESSAGE)), csv.cell(places.get(RECIPIENT))), answer);
        }
      }
      return new LabelSheet(question, answers);
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, file + ": the sheet cannot be read");
    }
  }

  private static Question question(Map<String, Integer> places, Path file) {
    List<String> known = new ArrayList<>();
    for (Question question : Question.values()) {
      known.add(question.column());
      boolean asked = places.containsKey(question.column());
      if (asked && places.containsKey(MESSAGE) && places.containsKey(RECIPIENT)) {
        return question;
      }
    }
    throw new UserException(
        ExitCode.DATA,
        file
            + ": needs the columns message_id, recipient_id and one of "
            + String.join(", ", known));
  }

  private static void require(Question question, String answer, Path file, int number) {
    if (!question.answers().contains(answer)) {
      throw new UserException(
          ExitCode.DATA,
          file
              + ": row "
              + number
              + ": "
              + question.column()
              + " takes "
              + String.join(", ", question.answers())
              + " or nothing");
    }
  }
}
