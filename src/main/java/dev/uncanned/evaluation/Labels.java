package dev.uncanned.evaluation;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.PublishedAnswers;
import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import dev.uncanned.pipeline.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has people judge a sample of what is published. */
public final class Labels {

  private Labels() {}

  /**
   * Draws a sample and writes a sheet for it.
   *
   * @param direction {@code outbound} or {@code inbound}; null for both
   * @param size deliveries wanted
   * @return deliveries in the sheet: fewer than wanted where there are not so many
   * @throws UserException if nothing is published, no answer is known, or the sheet cannot be
   *     written
   */
  public static int draw(
      Path out, Question question, String direction, int size, long seed, Path sheet) {
    PublishedAnswers published = PublishedAnswers.open(out);
    List<Delivery> drawn = LabelDraw.of(published, question, direction, size, seed);
    if (drawn.isEmpty()) {
      throw new UserException(
          ExitCode.DATA, out + ": " + question.column() + " is known of no delivery there");
    }
    LabelSheet.write(sheet, question, drawn, published);
    return drawn.size();
  }

  /**
   * Compares filled sheets with what is published and with each other.
   *
   * @throws UserException if a sheet cannot be read or the sheets ask different questions
   */
  public static LabelScore score(Path out, List<Path> files) {
    List<LabelSheet> sheets = new ArrayList<>();
    Set<Delivery> wanted = new HashSet<>();
    for (Path file : files) {
      LabelSheet sheet = LabelSheet.read(file);
      if (!sheets.isEmpty() && sheet.question() != sheets.get(0).question()) {
        throw new UserException(
            ExitCode.DATA, file + ": asks another question than the first sheet");
      }
      sheets.add(sheet);
      wanted.addAll(sheet.answers().keySet());
    }
    Question question = sheets.get(0).question();
    Map<Delivery, String> published = new HashMap<>();
    PublishedAnswers.open(out)
        .each(
            question,
            null,
            (delivery, answer) -> {
              if (wanted.contains(delivery)) {
                published.put(delivery, answer);
              }
            });
    return LabelScore.of(question, sheets, published);
  }
}
