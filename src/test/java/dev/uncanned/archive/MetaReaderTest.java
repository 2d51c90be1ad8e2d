package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetaReaderTest implements ArchiveReaderContract {

  private static final String PAGE = "messages/inbox/jane_1/message_1.json";
  private static final String PEOPLE =
      "{\"participants\":[{\"name\":\"Jane\"},{\"name\":\"Olga\"}],\"messages\":[";
  private static final String GOOD =
      "{\"sender_name\":\"Jane\",\"timestamp_ms\":1772449200000,\"content\":\"one\"}";

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new MetaReader();
  }

  @Override
  public ArchivePart samplePart(Path below) throws IOException {
    ChatExports.copy("meta/facebook", below);
    return ChatExports.parts(new MetaFinder(), below).get(0);
  }

  private static List<Parsed> read(Path root) throws IOException {
    return ChatExports.read(new MetaReader(), ChatExports.parts(new MetaFinder(), root));
  }

  private List<Parsed> page(String json) throws IOException {
    ChatExports.write(folder, PAGE, json);
    ArchivePart part = ChatExports.part(ArchivePart.Kind.META, folder, "", List.of(PAGE));
    return ChatExports.read(new MetaReader(), List.of(part));
  }

  @Test
  void readsExportsAsGolden() throws IOException {
    String expected = Files.readString(ChatExports.golden("meta.txt"));
    assertThat(ChatExports.shown(read(ChatExports.golden("meta")))).isEqualTo(expected);
  }

  @Test
  void readsZipLikeFolder() throws IOException {
    Path zip = ChatExports.zip(ChatExports.golden("meta"), folder.resolve("facebook-olga.zip"));
    assertThat(ChatExports.messages(read(zip)))
        .extracting(RawMessage::body)
        .isEqualTo(
            ChatExports.messages(read(ChatExports.golden("meta"))).stream()
                .map(RawMessage::body)
                .toList());
  }

  @Test
  void readsPagesOfThreadInTheOrderOfTheirNumbers() throws IOException {
    for (int page = 1; page <= 11; page++) {
      ChatExports.write(
          folder,
          "inbox/jane_1/message_" + page + ".json",
          PEOPLE + GOOD.replace("one", "page " + page) + "]}");
    }
    List<Parsed> rows = read(folder);
    assertThat(ChatExports.messages(rows))
        .extracting(RawMessage::body)
        .startsWith("page 1", "page 2")
        .endsWith("page 10", "page 11");
    assertThat(ChatExports.messages(rows)).extracting(RawMessage::input_id).hasSize(11);
    assertThat(ChatExports.messages(rows).stream().map(RawMessage::input_id).distinct()).hasSize(1);
  }

  @Test
  void repairsOnlyTextsThatAreBytes() {
    assertThat(MetaText.repaired("\u00c5\u0082")).isEqualTo("\u0142");
    assertThat(MetaText.repaired("caf\u00e9")).isEqualTo("caf\u00e9");
    assertThat(MetaText.repaired("\u0142 \u00c5\u0082")).isEqualTo("\u0142 \u00c5\u0082");
    assertThat(MetaText.repaired("plain")).isEqualTo("plain");
    assertThat(MetaText.repaired(null)).isNull();
  }

  @Test
  void knowsOwnerWithoutProfileByTakingPartInAllThreads() throws IOException {
    ChatExports.write(folder, PAGE, PEOPLE + GOOD + "]}");
    ChatExports.write(
        folder,
        "messages/inbox/bob_2/message_1.json",
        PEOPLE.replace("Jane", "Bob") + GOOD.replace("Jane", "Olga") + "]}");
    List<Parsed> rows = read(folder);
    assertThat(ChatExports.owners(rows)).extracting(o -> o.person().name()).containsExactly("Olga");
    assertThat(ChatExports.messages(rows))
        .extracting(RawMessage::direction)
        .containsExactlyInAnyOrder(Direction.INBOUND, Direction.OUTBOUND);
  }

  @Test
  void leavesDirectionOpenInSingleThread() throws IOException {
    List<Parsed> rows = page(PEOPLE + GOOD + "]}");
    assertThat(ChatExports.messages(rows)).extracting(RawMessage::direction).containsOnlyNulls();
    assertThat(ChatExports.owners(rows)).isEmpty();
  }

  @Test
  void readsExportOfEncryptedChats() throws IOException {
    ChatExports.write(
        folder,
        "Jane_5.json",
        "{\"participants\":[\"Jane\",\"Olga\"],\"threadName\":\"Jane_5\",\"messages\":["
            + "{\"isUnsent\":false,\"media\":[{\"uri\":\"./media/1.jpg\"}],\"reactions\":[],"
            + "\"senderName\":\"Jane\",\"text\":\"Gr\u00FC\u00DFe\",\"timestamp\":1772449200000,"
            + "\"type\":\"text\"},"
            + "{\"isUnsent\":true,\"senderName\":\"Jane\",\"timestamp\":1772449200001}]}");
    assertThat(ChatExports.messages(read(folder)))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("Gr\u00FC\u00DFe");
              assertThat(message.attachment_n()).isEqualTo(1);
              assertThat(message.recipients()).extracting(Contact::name).containsExactly("Olga");
            });
  }

  @Test
  void findsWhoTakesPartBehindTheMessages() throws IOException {
    String late =
        "{\"messages\":[" + GOOD + "],\"participants\":[{\"name\":\"Jane\"},{\"name\":\"Olga\"}]}";
    assertThat(ChatExports.messages(page(late)).get(0).recipients())
        .extracting(Contact::name)
        .containsExactly("Olga");
  }

  @Test
  void keepsMessagesBeforeBreak() throws IOException {
    List<Parsed> rows = page(PEOPLE + GOOD + "," + GOOD + ",{\"sender_na");
    assertThat(ChatExports.messages(rows)).hasSize(2);
    assertThat(ChatExports.rejected(rows))
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.reason()).isEqualTo(Reason.JSON_BROKEN);
              assertThat(bad.source_row()).isEqualTo(3);
            });
  }

  @Test
  void rejectsOtherSchema() throws IOException {
    for (String json : List.of("", "[]", "{}", "{\"messages\":{}}", "17")) {
      assertThat(ChatExports.rejected(page(json)))
          .as(json)
          .extracting(Rejected::reason)
          .containsExactly(Reason.CHAT_SCHEMA);
    }
  }

  @Test
  void survivesWrongTypesAndHostileValues() throws IOException {
    String odd =
        "{\"sender_name\":[\"x\"],\"timestamp_ms\":\"1772449200000\",\"content\":7,\"photos\":{},"
            + "\"sticker\":[1],\"share\":\"x\"},"
            + "{\"sender_name\":\"Jane\",\"timestamp_ms\":99999999999999999999,\"content\":\"far\"},"
            + "{\"sender_name\":\"Jane\",\"timestamp_ms\":-1,\"content\":\"before\"}";
    List<RawMessage> messages =
        ChatExports.messages(page("\uFEFF" + PEOPLE + odd + "," + GOOD + "]}"));
    assertThat(messages).extracting(RawMessage::body).containsExactly("", "far", "before", "one");
    assertThat(messages)
        .extracting(RawMessage::date_quality)
        .containsExactly(
            DateQuality.SECOND, DateQuality.NONE, DateQuality.NONE, DateQuality.SECOND);
  }

  @Test
  void skipsDeepReactionsAndRejectsHugeText() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String good = GOOD.replace("\"content\"", "\"reactions\":" + deep + ",\"content\"");
    String huge = GOOD.replace("one", "x".repeat(50 << 20));
    List<Parsed> rows = page(PEOPLE + good + "," + huge + "]}");
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void leavesOtherJsonAlone() throws IOException {
    ChatExports.write(folder, "message_1.json", "{\"participants\": 3, \"messages\": []}");
    ChatExports.write(folder, "a.json", "{\"participants\": [{\"name\": \"x\"}], \"title\": 1}");
    ChatExports.write(folder, "b.json", "{\"messages\": [{\"role\": \"user\", \"content\": 1}]}");
    ChatExports.write(folder, "c.json", "[{\"participants\": []}]");
    assertThat(ChatExports.parts(new MetaFinder(), folder)).isEmpty();
  }

  @Test
  void findsThreadWhoseHeadIsLong() throws IOException {
    StringBuilder people = new StringBuilder("{\"participants\":[{\"name\":\"p\"}");
    for (int i = 0; i < 5000; i++) {
      people.append(",{\"name\":\"person number ").append(i).append("\"}");
    }
    byte[] bytes = people.append("],\"messages\":[]}").toString().getBytes(StandardCharsets.UTF_8);
    ChatExports.write(folder, PAGE, bytes);
    assertThat(ChatExports.parts(new MetaFinder(), folder)).hasSize(1);
  }
}
