package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of archives must keep to, whatever the bytes; reader tests implement it. */
interface ArchiveReaderContract {

  /** Step of the truncation test, a prime so that it meets all places of a record. */
  int STEP = 97;

  ArchiveReader reader();

  /** Writes a small archive with several good records below {@code folder}; names its part. */
  ArchivePart samplePart(Path folder) throws IOException;

  @Test
  default void keepsIdentitiesOnSample(@TempDir Path folder) throws IOException {
    ArchivePart part = samplePart(folder);
    List<Parsed> rows = rowsOf(reader(), part);
    assertThat(rows).anyMatch(row -> row.message() != null);
    assertIdentities(rows, part);
  }

  @Test
  default void readsSameRowsTwice(@TempDir Path folder) throws IOException {
    ArchivePart part = samplePart(folder);
    ArchiveReader reader = reader();
    assertThat(rowsOf(reader, part)).isEqualTo(rowsOf(reader, part));
  }

  @Test
  default void survivesTruncationAnywhere(@TempDir Path folder) throws IOException {
    ArchivePart part = samplePart(folder);
    ArchiveReader reader = reader();
    for (Path file : filesOf(part)) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length += STEP) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertIdentities(rowsOf(reader, part), part);
      }
      Files.write(file, whole);
    }
  }

  @Test
  default void listsInputWhoseFilesAreGone(@TempDir Path folder) throws IOException {
    ArchivePart part = samplePart(folder);
    for (Path file : filesOf(part)) {
      Files.delete(file);
    }
    assertIdentities(rowsOf(reader(), part), part);
  }

  /** All rows of a part, in order. */
  static List<Parsed> rowsOf(ArchiveReader reader, ArchivePart part) {
    List<Parsed> rows = new ArrayList<>();
    reader.read(part, rows::add);
    return rows;
  }

  /** Fails unless every row is of one kind, counts add up and every row has its counted input. */
  static void assertIdentities(List<Parsed> rows, ArchivePart part) {
    Map<String, Long> messages = new HashMap<>();
    Map<String, Long> rejected = new HashMap<>();
    Map<String, long[]> counts = new HashMap<>();
    Map<String, List<InputCount>> passes = new HashMap<>();
    for (Parsed row : rows) {
      assertThat(
              Stream.of(row.message(), row.rejected(), row.count(), row.owner())
                  .filter(Objects::nonNull))
          .hasSize(1);
      if (row.message() != null) {
        assertWellFormed(row.message(), part);
        messages.merge(row.message().input_id(), 1L, Long::sum);
      } else if (row.rejected() != null) {
        rejected.merge(row.rejected().input_id(), 1L, Long::sum);
      } else if (row.count() != null) {
        add(counts, row.count(), part);
        passes.computeIfAbsent(row.count().input_id(), id -> new ArrayList<>()).add(row.count());
      }
    }
    assertThat(counts).isNotEmpty();
    assertThat(counts.keySet()).containsAll(messages.keySet()).containsAll(rejected.keySet());
    counts.forEach(
        (input, sum) -> {
          assertThat(sum[0]).as("seen = parsed + quarantined").isEqualTo(sum[1] + sum[2]);
          assertThat(sum[1] - sum[3])
              .as("parsed = messages + out of scope")
              .isEqualTo(messages.getOrDefault(input, 0L));
          assertThat(InputCount.tilingFault(passes.get(input))).as("bytes").isNull();
          assertThat(sum[2])
              .as("quarantined = rejected rows")
              .isEqualTo(rejected.getOrDefault(input, 0L));
        });
  }

  private static void add(Map<String, long[]> counts, InputCount count, ArchivePart part) {
    assertThat(count.archive_id()).isEqualTo(part.archive_id());
    long[] sum = counts.computeIfAbsent(count.input_id(), id -> new long[4]);
    sum[0] += count.seen_n();
    sum[1] += count.parsed_n();
    sum[2] += count.quarantined_n();
    sum[3] += count.out_of_scope_n();
  }

  private static void assertWellFormed(RawMessage message, ArchivePart part) {
    assertThat(message.archive_id()).isEqualTo(part.archive_id());
    assertThat(message.source_row()).isPositive();
    assertThat(message.kind().inScope()).isTrue();
    assertThat(message.channel()).isNotNull();
    assertThat(message.sender()).isNotNull();
    assertThat(message.recipients()).isNotNull().doesNotContainNull();
    assertThat(message.body()).isNotNull();
    if (!message.flags().contains(QualityFlag.DECODE_REPLACED)) {
      assertThat(message.body_hash()).isEqualTo(ContentHash.of(CollapsedText.of(message.body())));
    }
    assertThat(message.flags()).isNotNull().doesNotHaveDuplicates();
    assertThat(message.sent_at() == null).isEqualTo(message.date_quality() == DateQuality.NONE);
  }

  private static List<Path> filesOf(ArchivePart part) {
    Path root = Path.of(part.root());
    if (!part.files().isEmpty()) {
      return part.files().stream().map(root::resolve).toList();
    }
    try (Stream<Path> below = Files.walk(root)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
