package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackReaderTest implements ArchiveReaderContract {

  private static final String DAY = "general/2026-03-02.json";
  private static final String GOOD =
      "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"one\",\"ts\":\"1772445601.000200\"}";

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new SlackReader();
  }

  @Override
  public ArchivePart samplePart(Path below) throws IOException {
    ChatExports.copy("slack", below);
    return ChatExports.parts(new SlackFinder(), below).stream()
        .filter(part -> part.input_id().endsWith("general"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Parsed> read(Path root) throws IOException {
    return ChatExports.read(new SlackReader(), ChatExports.parts(new SlackFinder(), root));
  }

  private List<Parsed> day(String json) throws IOException {
    ChatExports.write(folder, DAY, json);
    ArchivePart part = ChatExports.part(ArchivePart.Kind.SLACK, folder, "general", List.of(DAY));
    return ChatExports.read(new SlackReader(), List.of(part));
  }

  @Test
  void readsWorkspaceAsGolden() throws IOException {
    String expected = Files.readString(ChatExports.golden("slack.txt"));
    assertThat(ChatExports.shown(read(ChatExports.golden("slack")))).isEqualTo(expected);
  }

  @Test
  void readsZipLikeFolder() throws IOException {
    Path zip = ChatExports.zip(ChatExports.golden("slack"), folder.resolve("slack.zip"));
    assertThat(ChatExports.messages(read(zip)))
        .isEqualTo(ChatExports.messages(read(ChatExports.golden("slack"))));
  }

  @Test
  void findsChannelsAndListsAsInputsOfOneArchive() throws IOException {
    ArchivePart all =
        ChatExports.part(ArchivePart.Kind.UNRECOGNISED, ChatExports.golden("slack"), "", List.of());
    try (ExportFiles files = ExportFiles.of(all)) {
      List<FoundInput> found = new SlackFinder().find(files, files.files());
      assertThat(found).extracting(FoundInput::archive).containsOnly("export");
      assertThat(found)
          .extracting(FoundInput::input)
          .containsExactlyInAnyOrder(
              "export", "export/D0AAAA1111", "export/general", "export/mpdm-olga--jane--bob-1");
    }
  }

  @Test
  void knowsPeopleByIdWithoutUsers() throws IOException {
    List<Parsed> rows = day("[" + GOOD + "]");
    assertThat(ChatExports.messages(rows))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.sender()).isEqualTo(Contact.of(null, "slack.com/team/U1", null));
              assertThat(message.kind()).isEqualTo(MessageKind.GROUP);
              assertThat(message.recipients()).isEmpty();
            });
  }

  @Test
  void takesFolderOfDirectIdForConversationOfTwoWithoutLists() throws IOException {
    String path = "D0123ABCD/2026-03-02.json";
    ChatExports.write(folder, path, "[" + GOOD + "]");
    ArchivePart part = ChatExports.part(ArchivePart.Kind.SLACK, folder, "dm", List.of(path));
    assertThat(ChatExports.messages(ChatExports.read(new SlackReader(), List.of(part))))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo(MessageKind.MESSAGE);
              assertThat(message.recipients()).containsExactly(Contact.of(null, null, null));
              assertThat(message.conversation_id()).isEqualTo("D0123ABCD");
            });
  }

  @Test
  void keepsMessagesBeforeBreakAndReadsNextDay() throws IOException {
    ChatExports.write(folder, DAY, "[" + GOOD + ", {\"type\": \"mess");
    String next = "general/2026-03-03.json";
    ChatExports.write(folder, next, "[" + GOOD + "]");
    ArchivePart part =
        ChatExports.part(ArchivePart.Kind.SLACK, folder, "general", List.of(DAY, next));
    List<Parsed> rows = ChatExports.read(new SlackReader(), List.of(part));
    assertThat(ChatExports.messages(rows)).hasSize(2);
    assertThat(ChatExports.rejected(rows))
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.reason()).isEqualTo(Reason.JSON_BROKEN);
              assertThat(bad.source_row()).isEqualTo(2);
              assertThat(bad.detail()).doesNotContain("mess\"").startsWith("not JSON behind");
            });
  }

  @Test
  void rejectsOtherSchemaAndEmptyFile() throws IOException {
    for (String json : List.of("{\"messages\": []}", "17", "null", "\"text\"", "")) {
      assertThat(ChatExports.rejected(day(json)))
          .as(json)
          .extracting(Rejected::reason)
          .containsExactly(Reason.CHAT_SCHEMA);
    }
  }

  @Test
  void takesEmptyDayAsNothing() throws IOException {
    assertThat(ChatExports.counts(day("[]")))
        .singleElement()
        .satisfies(count -> assertThat(count.seen_n()).isZero());
  }

  @Test
  void skipsWhateverIsDeepInFieldsThatAreNotRead() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String blocks = GOOD.replace("\"type\"", "\"blocks\":" + deep + ",\"type\"");
    assertThat(ChatExports.messages(day("[" + blocks + "," + GOOD + "]"))).hasSize(2);
  }

  @Test
  void rejectsWhatIsDeeperThanTheLimit() throws IOException {
    int depth = ChatJsonReader.MAX_DEPTH + 1;
    List<Parsed> rows = day("[" + GOOD + "," + "{\"a\":".repeat(depth));
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void rejectsTextOfFiftyMegabytesAndKeepsWhatWasBefore() throws IOException {
    String huge = GOOD.replace("one", "x".repeat(50 << 20));
    List<Parsed> rows = day("[" + GOOD + "," + huge + "]");
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void cutsLongTextAndFlagsIt() throws IOException {
    String text = "x".repeat(ChatMessage.MAX_CHARS - 1) + "\uD83D\uDE00";
    assertThat(ChatExports.messages(day("[" + GOOD.replace("one", text) + "]")))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body().length()).isEqualTo(ChatMessage.MAX_CHARS - 1);
              assertThat(message.flags()).containsExactly(QualityFlag.TRUNCATED);
            });
  }

  @Test
  void readsByteOrderMarksAndInvalidBytes() throws IOException {
    String json = "[" + GOOD.replace("one", "caf\u00e9") + "]";
    assertThat(ChatExports.messages(day("\uFEFF" + json)))
        .extracting(RawMessage::body)
        .containsExactly("caf\u00e9");
    ChatExports.write(folder, DAY, ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE));
    ArchivePart part = ChatExports.part(ArchivePart.Kind.SLACK, folder, "general", List.of(DAY));
    assertThat(ChatExports.messages(ChatExports.read(new SlackReader(), List.of(part))))
        .extracting(RawMessage::body)
        .containsExactly("caf\u00e9");
    ChatExports.write(folder, DAY, json.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ChatExports.messages(ChatExports.read(new SlackReader(), List.of(part))))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("caf\uFFFD");
              assertThat(message.flags()).containsExactly(QualityFlag.DECODE_REPLACED);
            });
  }

  @Test
  void takesLaterOfTwoEqualKeysAndNullForWrongTypes() throws IOException {
    String twice = GOOD.replace("\"ts\"", "\"text\":\"two\",\"ts\"");
    String wrong =
        "{\"type\":\"message\",\"user\":\"U1\",\"text\":{\"a\":[1]},\"ts\":\"1.0\",\"files\":7}";
    List<RawMessage> messages = ChatExports.messages(day("[" + twice + "," + wrong + "]"));
    assertThat(messages).extracting(RawMessage::body).containsExactly("two", "");
    assertThat(messages.get(1).date_quality()).isEqualTo(DateQuality.NONE);
    assertThat(messages.get(1).flags()).containsExactly(QualityFlag.NO_TEXT);
  }

  @Test
  void rejectsElementsThatAreNoMessagesAndGoesOn() throws IOException {
    List<Parsed> rows = day("[1, null, [], {}, " + GOOD + "] garbage");
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(
            Reason.CHAT_SCHEMA,
            Reason.CHAT_SCHEMA,
            Reason.CHAT_SCHEMA,
            Reason.CHAT_SCHEMA,
            Reason.JSON_BROKEN);
  }

  @Test
  void reportsBrokenListsOnce() throws IOException {
    ChatExports.copy("slack", folder);
    Path users = folder.resolve("export/users.json");
    Files.writeString(users, Files.readString(users).substring(0, 500));
    List<Parsed> rows = read(folder);
    assertThat(ChatExports.rejected(rows))
        .filteredOn(bad -> bad.reason() == Reason.JSON_BROKEN)
        .hasSize(1);
    assertThat(ChatExports.messages(rows))
        .anyMatch(message -> "olga@example.com".equals(message.sender().email()));
  }

  @Test
  void listsThatAreNumbersAreNoErrorOfReading() throws IOException {
    ChatExports.write(folder, "users.json", "17");
    ArchivePart part =
        ChatExports.part(ArchivePart.Kind.SLACK, folder, "lists", List.of("users.json"));
    assertThat(ChatExports.rejected(ChatExports.read(new SlackReader(), List.of(part)))).isEmpty();
  }

  @Test
  void resolvesMarkupOfTexts() {
    ExportFiles none = null;
    SlackText texts = new SlackText(SlackPeople.of(none, List.of()));
    assertThat(texts.plain("a <b")).isEqualTo("a <b");
    assertThat(texts.plain("<> <|x> <@> <!date^1^{date}|Monday> <!subteam^S1> &amp;lt; &#39;"))
        .isEqualTo(" x @ Monday @subteam &lt; &#39;");
  }

  @Test
  void leavesOtherFilesOfDaysAlone() throws IOException {
    ChatExports.write(folder, "metrics/2026-03-02.json", "[{\"ts\": 17, \"value\": 3}]");
    ChatExports.write(folder, "metrics/2026-03-03.json", "{\"type\": \"message\"}");
    ChatExports.write(folder, "users.json", "[]");
    assertThat(ChatExports.parts(new SlackFinder(), folder)).isEmpty();
  }
}
