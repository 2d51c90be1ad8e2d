package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to the bytes of a chat export, its counts add up and nothing is thrown. */
class ChatMutationTest {

  private static final int ROUNDS = 60;
  private static final byte[] SIGNS =
      "{}[]\":,\\<>&09-.=/ \n\u200E".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static FormatFinder finder(String tool) {
    return switch (tool) {
      case "slack" -> new SlackFinder();
      case "whatsapp" -> new WhatsAppFinder();
      case "meta" -> new MetaFinder();
      default -> new XFinder();
    };
  }

  private static ArchiveReader reader(String tool) {
    return switch (tool) {
      case "slack" -> new SlackReader();
      case "whatsapp" -> new WhatsAppReader();
      case "meta" -> new MetaReader();
      default -> new XReader();
    };
  }

  @ParameterizedTest
  @CsvSource({"slack, 1", "whatsapp, 2", "meta, 3", "x, 4"})
  void countsAddUpWhateverTheBytes(String tool, long seed) throws IOException {
    Random random = new Random(seed);
    ChatExports.copy(tool, folder);
    List<ArchivePart> parts = ChatExports.parts(finder(tool), folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    int rejected = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, mutated(whole, random));
      // Reading fails here unless all counts add up.
      rejected += ChatExports.rejected(ChatExports.read(reader(tool), parts)).size();
      assertThat(ChatExports.parts(finder(tool), folder)).isNotNull();
      Files.write(file, whole);
    }
    assertThat(rejected).isPositive();
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + random.nextInt(200));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = SIGNS[random.nextInt(SIGNS.length)];
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = doubled(bytes, at, end);
      }
    }
    return bytes;
  }

  private static byte[] doubled(byte[] bytes, int start, int end) {
    byte[] out = Arrays.copyOf(bytes, bytes.length + end - start);
    System.arraycopy(bytes, start, out, end, bytes.length - start);
    return out;
  }
}
