package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XReaderTest implements ArchiveReaderContract {

  private static final String FILE = "data/direct-messages.js";
  private static final String OPEN =
      "window.YTD.direct_messages.part0 = [{\"dmConversation\":{\"conversationId\":\"1-2\","
          + "\"messages\":[";
  private static final String CLOSE = "]}}]";
  private static final String GOOD =
      "{\"messageCreate\":{\"id\":\"5\",\"senderId\":\"1\",\"recipientId\":\"2\","
          + "\"text\":\"one\",\"createdAt\":\"2026-03-02T10:00:00.000Z\"}}";

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new XReader();
  }

  @Override
  public ArchivePart samplePart(Path below) throws IOException {
    ChatExports.copy("x", below);
    return ChatExports.parts(new XFinder(), below).stream()
        .filter(part -> part.input_id().endsWith("direct-messages.js"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Parsed> read(Path root) throws IOException {
    return ChatExports.read(new XReader(), ChatExports.parts(new XFinder(), root));
  }

  private List<Parsed> file(String js) throws IOException {
    ChatExports.write(folder, FILE, js);
    ArchivePart part = ChatExports.part(ArchivePart.Kind.X, folder, "", List.of(FILE));
    return ChatExports.read(new XReader(), List.of(part));
  }

  @Test
  void readsArchiveAsGolden() throws IOException {
    String expected = Files.readString(ChatExports.golden("x.txt"));
    assertThat(ChatExports.shown(read(ChatExports.golden("x")))).isEqualTo(expected);
  }

  @Test
  void readsZipLikeFolder() throws IOException {
    Path zip = ChatExports.zip(ChatExports.golden("x"), folder.resolve("twitter.zip"));
    assertThat(ChatExports.messages(read(zip)))
        .isEqualTo(ChatExports.messages(read(ChatExports.golden("x"))));
  }

  @Test
  void leavesDirectionOpenWithoutAccount() throws IOException {
    List<Parsed> rows = file(OPEN + GOOD + CLOSE);
    assertThat(ChatExports.messages(rows)).extracting(RawMessage::direction).containsOnlyNulls();
    assertThat(ChatExports.owners(rows)).isEmpty();
  }

  @Test
  void keepsMessagesBeforeBreakWithBrokenAccount() throws IOException {
    ChatExports.copy("x", folder);
    ChatExports.write(folder, "export/data/account.js", "window.YTD.account.part0 = [{");
    ChatExports.write(folder, "export/data/direct-messages.js", OPEN + GOOD + ", {\"mess");
    List<Parsed> rows = read(folder);
    assertThat(ChatExports.messages(rows)).extracting(RawMessage::body).contains("one");
    assertThat(ChatExports.rejected(rows))
        .filteredOn(bad -> bad.reason() == Reason.JSON_BROKEN)
        .hasSize(2);
  }

  @Test
  void rejectsOtherSchema() throws IOException {
    for (String js : List.of("", "[]", "x = 1", "x = {}", "no variable at all", "x =")) {
      assertThat(ChatExports.rejected(file(js)))
          .as(js)
          .extracting(Rejected::reason)
          .containsExactly(Reason.CHAT_SCHEMA);
    }
  }

  @Test
  void readsNumbersAsIdsAndSurvivesWrongTypes() throws IOException {
    String odd =
        "{\"messageCreate\":{\"id\":7,\"senderId\":1,\"recipientId\":2,\"text\":{\"a\":[1]},"
            + "\"urls\":[{\"url\":1},3,{\"url\":\"\",\"expanded\":\"x\"}],\"mediaUrls\":\"x\","
            + "\"createdAt\":\"soon\"}}";
    assertThat(ChatExports.messages(file("\uFEFF" + OPEN + odd + "," + GOOD + CLOSE + ";\n")))
        .extracting(RawMessage::native_id)
        .containsExactly("7", "5");
  }

  @Test
  void rejectsTextBehindTheEnd() throws IOException {
    List<Parsed> rows = file(OPEN + GOOD + CLOSE + "; window.YTD.direct_messages.part1 = []");
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.JSON_BROKEN);
  }

  @Test
  void skipsDeepValuesAndRejectsHugeText() throws IOException {
    String deep = "{\"welcome\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    String huge = GOOD.replace("one", "x".repeat(50 << 20));
    List<Parsed> rows = file(OPEN + deep + "," + GOOD + "," + huge + CLOSE);
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void linksGrowTextInBounds() throws IOException {
    String link = "{\"url\":\"x\",\"expanded\":\"" + "x".repeat(4096) + "\"}";
    String links = "\"urls\":[" + (link + ",").repeat(500) + link + "],";
    String text = GOOD.replace("one", "x".repeat(1000)).replace("\"text\"", links + "\"text\"");
    assertThat(ChatExports.messages(file(OPEN + text + CLOSE)).get(0).body().length())
        .isLessThanOrEqualTo(ChatMessage.MAX_CHARS);
  }

  @Test
  void leavesHeadersTweetsAndOtherScriptsAlone() throws IOException {
    ChatExports.write(
        folder, "direct-message-headers.js", "window.YTD.direct_message_headers.part0 = []");
    ChatExports.write(folder, "tweets.js", "window.YTD.tweets.part0 = []");
    ChatExports.write(folder, "direct-messages.js", "export const direct_messages = []");
    ChatExports.write(folder, "account.js", "window.YTD.account.part0 = []");
    assertThat(ChatExports.parts(new XFinder(), folder)).isEmpty();
  }
}
