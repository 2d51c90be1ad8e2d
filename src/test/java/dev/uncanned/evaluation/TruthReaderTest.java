package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {

  @TempDir Path folder;

  @Test
  void readsTheLabelsOfTheSamples() {
    assertThat(TruthReader.read(Path.of("data-samples/truth.csv")))
        .hasSizeGreaterThan(1000)
        .anyMatch(row -> row.kind().equals("spintax") && Boolean.TRUE.equals(row.mass_send()))
        .anyMatch(row -> row.kind().equals("spintax") && row.template().isEmpty())
        .anyMatch(row -> row.kind().equals("blast") && !row.template().isEmpty())
        .anyMatch(row -> row.defect().equals("wrong_name"))
        .anyMatch(row -> row.kind().equals("one_tap") && row.mass_send() == null);
  }

  @Test
  void takesColumnsInAnyOrder() throws IOException {
    Path file = folder.resolve("truth.csv");
    Files.writeString(
        file,
        "note,kind,Campaign,mass_send,sent_at,recipient,sender\n"
            + "x,blast,c1,TRUE,2026-10-22T13:15:00Z,b@b.example,a@a.example\n"
            + "x,hand,,,,b@b.example,a@a.example\n");
    assertThat(TruthReader.read(file))
        .containsExactly(
            new TruthRow(
                "a@a.example",
                "b@b.example",
                Instant.parse("2026-10-22T13:15:00Z"),
                "blast",
                "c1",
                null,
                true,
                null),
            new TruthRow("a@a.example", "b@b.example", null, "hand", "", null, null, null));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path file = folder.resolve("truth.csv");
    assertThatThrownBy(() -> TruthReader.read(file)).isInstanceOf(UserException.class);
    Files.writeString(file, "sender,recipient,sent_at,kind,campaign\n");
    assertThatThrownBy(() -> TruthReader.read(file)).hasMessageContaining("mass_send is missing");
    Files.writeString(file, "sender,recipient,sent_at,kind,campaign,mass_send\n");
    assertThatThrownBy(() -> TruthReader.read(file)).hasMessageContaining("no labels");
    Files.writeString(
        file, "sender,recipient,sent_at,kind,campaign,mass_send\na,b,yesterday,hand,,false\n");
    assertThatThrownBy(() -> TruthReader.read(file)).hasMessageContaining("row 1: sent_at");
    Files.writeString(file, "sender,recipient,sent_at,kind,campaign,mass_send\na,b,,hand,,maybe\n");
    assertThatThrownBy(() -> TruthReader.read(file)).hasMessageContaining("row 1: mass_send");
  }
}
