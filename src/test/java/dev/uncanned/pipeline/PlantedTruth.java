package dev.uncanned.pipeline;

import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.CollapsedText;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.CsvReader;
import dev.uncanned.archive.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of synthetic archives, found by the place of a message in its input. */
final class PlantedTruth {

  /** What was planted: the kind, and whether it is a mass send (empty: no such question). */
  record Label(String kind, String campaign, String massSend, String defect) {}

  private final Map<String, Label> labelByPlace = new HashMap<>();

  PlantedTruth(Path samples) throws IOException {
    Map<String, Label> labelByText = labels(samples.resolve("truth.csv"));
    for (ArchivePart part : ArchiveScanner.scan(List.of(samples.resolve("archives")))) {
      new AnyReader()
          .read(
              part,
              row -> {
                if (row.message() != null) {
                  labelByPlace.put(place(row.message()), labelByText.get(text(row.message())));
                }
              });
    }
  }

  /** The label of the message at that place; null if nothing was planted there. */
  Label label(String inputId, long sourceRow) {
    return labelByPlace.get(inputId + ":" + sourceRow);
  }

  int size() {
    return labelByPlace.size();
  }

  private static String place(RawMessage message) {
    return message.input_id() + ":" + message.source_row();
  }

  private static String text(RawMessage message) {
    byte[] text = CollapsedText.of(message.body()).getBytes(StandardCharsets.UTF_8);
    return key(ContentHash.sha256(text), message.sent_at());
  }

  private static String key(String hash, Instant at) {
    return hash + (at == null ? "" : at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private static Map<String, Label> labels(Path file) throws IOException {
    Map<String, Label> labels = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        CsvReader csv = new CsvReader(in)) {
      csv.next();
      Map<String, Integer> at = new HashMap<>();
      for (int i = 0; i < csv.columns(); i++) {
        at.put(csv.cell(i), i);
      }
      while (csv.next()) {
        String sent = csv.cell(at.get("sent_at"));
        Instant time = sent.isEmpty() ? null : Instant.parse(sent);
        labels.put(
            key(csv.cell(at.get("text_sha256")), time),
            new Label(
                csv.cell(at.get("kind")),
                csv.cell(at.get("campaign")),
                csv.cell(at.get("mass_send")),
                csv.cell(at.get("defect"))));
      }
    }
    return labels;
  }
}
