package dev.uncanned.archive;

import static dev.uncanned.archive.MappedFiles.count;
import static dev.uncanned.archive.MappedFiles.messages;
import static dev.uncanned.archive.MappedFiles.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedJsonTest implements ArchiveReaderContract {

  private static final String YAML =
      """
      archive:
        mappings:
          - name: rows
            when: [at, text]
            wrappers: [items]
            channel: chat
            fields:
              sent_at: [at]
              sender: {email: [from.mail], name: [from.name]}
              to: {email: [to.mail], name: [to.name]}
              text: [text]
              attachments: ["files[]"]
            dates: {formats: [epoch_seconds]}
          - name: lists
            when: [pages.talks.text]
            rows: pages.talks
            channel: chat
            fields:
              sent_at: [pages.talks.at]
              sender: {name: [pages.who]}
              text: [pages.talks.text]
              thread: [name]
      """;

  @TempDir Path folder;
  private MappedFiles files;

  @BeforeEach
  void setUp() throws IOException {
    files = new MappedFiles(folder, ArchiveConfigTest.read(YAML));
  }

  private static String row(String text) {
    return "{\"at\":1709287205,\"text\":\"" + text + "\"}";
  }

  @Override
  public ArchiveReader reader() {
    return new MappedReader(files.config());
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    String lines = row("one") + "\n" + row("two") + "\n{\"at\":\n\n" + row("three") + "\n";
    return new MappedFiles(at, files.config())
        .part("t.jsonl", lines.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> bodies(String json) throws IOException {
    return messages(files.read("t.json", json)).stream().map(RawMessage::body).toList();
  }

  @Test
  void readsAllLayouts() throws IOException {
    String a = row("one");
    String b = row("two");
    for (String json :
        List.of(
            a + "\n" + b,
            a + "\r\n\r\n" + b + "\r\n",
            a + " " + b,
            "[" + a + "," + b + "]",
            "[\n" + a + ",\n" + b + "\n]\n",
            "[" + a + "\n," + b + "]",
            "[\n  {\n \"at\": 1709287205,\n \"text\": \"one\"},\n {\"at\": 1,\n \"text\":\"two\"}]",
            "{\"items\":[" + a + "," + b + "],\"next\":null}",
            "{\"items\":[\n" + a + ",\n" + b + "\n],\"next\":null}",
            "\uFEFF" + a + "\n" + b)) {
      assertThat(bodies(json)).as(json).containsExactly("one", "two");
    }
    assertThat(count(files.read("t.json", a)).format()).isEqualTo("mapped-jsonl");
  }

  @Test
  void readsNestedKeysListsAndCounts() throws IOException {
    RawMessage message =
        messages(
                files.read(
                    "t.json",
                    "{\"at\":1709287205.5,\"from\":{\"mail\":\"A@x.example\",\"name\":\"Ann Lee\"},"
                        + "\"to\":[{\"mail\":\"b@x.example\",\"name\":\"Bob\"},"
                        + "{\"mail\":\"c@x.example\",\"name\":\"Cy\"}],\"files\":[{\"id\":1},{\"id\":2}],\"text\":\"a\\u0000b"
                        + " \\ud83d\"}"))
            .get(0);
    assertThat(message.sender().email()).isEqualTo("a@x.example");
    assertThat(message.recipients()).extracting(Contact::name).containsExactly("Bob", "Cy");
    assertThat(message.attachment_n()).isEqualTo(2);
    assertThat(message.kind()).isEqualTo(MessageKind.GROUP);
    assertThat(message.date_quality()).isEqualTo(DateQuality.SECOND);
    assertThat(message.body()).startsWith("a\0b ");
  }

  @Test
  void inheritsWhatStandsBeforeAndBehindTheList() throws IOException {
    String json =
        "{\"name\":\"N\",\"pages\":[{\"talks\":[{\"at\":1,\"text\":\"one\"}],\"who\":\"Ann\"},"
            + "{\"who\":\"Bob\",\"talks\":[{\"at\":1,\"text\":\"two\"},7]},{\"who\":\"Cy\"}]}";
    for (String layout : List.of(json, json.replace(",", "\n,\n"))) {
      List<Parsed> rows = files.read("t.json", layout);
      assertThat(messages(rows))
          .extracting(message -> message.sender().name() + " " + message.conversation_id())
          .containsExactly("Ann N", "Bob N");
      assertThat(rejected(rows))
          .extracting(Rejected::reason)
          .containsExactly(Reason.JSON_SCHEMA, Reason.JSON_SCHEMA);
    }
  }

  @Test
  void rejectsBrokenLinesAndReadsTheNext() throws IOException {
    String lines =
        row("one") + "\n{\"at\":1,\"text\":\"no end\n" + row("two") + "\n17\nnull\n" + row("three");
    List<Parsed> rows = files.read("t.jsonl", lines);
    assertThat(messages(rows))
        .extracting(RawMessage::body, RawMessage::source_row)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("one", 1L),
            org.assertj.core.api.Assertions.tuple("two", 3L),
            org.assertj.core.api.Assertions.tuple("three", 6L));
    assertThat(rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.JSON_BROKEN, Reason.JSON_SCHEMA, Reason.JSON_SCHEMA);
    assertThat(rejected(rows).get(0).raw_sample()).startsWith("{\"at\":1,\"text\":\"no end");
  }

  @Test
  void readsGoodLinesBehindBrokenFirstOne() throws IOException {
    List<Parsed> rows = files.read("t.jsonl", "{\"at\":1,\"te\n" + row("one") + "\n" + row("two"));
    assertThat(messages(rows)).hasSize(2);
    assertThat(rejected(rows)).extracting(Rejected::byte_start).containsExactly(0L);
  }

  @Test
  void readsListOfOneRecordALineBehindBrokenOne() throws IOException {
    List<Parsed> rows =
        files.read("t.json", "[\n" + row("one") + ",\n{\"at\":,},\n" + row("two") + "\n]");
    assertThat(messages(rows)).hasSize(2);
    assertThat(rejected(rows)).hasSize(1);
  }

  @Test
  void keepsWhatStandsBeforeBreakOfLongList() throws IOException {
    List<Parsed> rows = files.read("t.json", "[" + row("one") + "," + row("two") + ",{\"at\":");
    assertThat(messages(rows)).hasSize(2);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.JSON_BROKEN);
  }

  @Test
  void skipsDeepValuesAndRejectsTooDeepOnes() throws IOException {
    String deep = "{\"at\":1709287205,\"x\":" + "[".repeat(10_000) + "]".repeat(10_000);
    String deeper = "{\"at\":1709287205,\"x\":" + "{\"a\":".repeat(30_000);
    List<Parsed> rows =
        files.read(
            "t.jsonl",
            row("one") + "\n" + deep + ",\"text\":\"two\"}\n" + deeper + "\n" + row("three"));
    assertThat(messages(rows)).extracting(RawMessage::body).containsExactly("one", "two", "three");
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void endsAtWrappersInWrappers() throws IOException {
    String nested = "{\"items\":".repeat(5_000) + row("in") + "}".repeat(5_000);
    assertThat(files.read("t.jsonl", row("one") + "\n" + nested + "\n")).isNotEmpty();
    String lists = "{\"items\":[".repeat(5_000) + row("in") + "]}".repeat(5_000);
    assertThat(messages(files.read("u.jsonl", row("one") + "\n" + lists + "\n"))).hasSize(1);
  }

  @Test
  void rejectsHugeValuesAndLines() throws IOException {
    String big = row("x".repeat(17 << 20));
    String line = row("y".repeat(8 << 20)).replace("{", "{\"z\":\"" + "z".repeat(26 << 20) + "\",");
    List<Parsed> rows =
        files.read("t.jsonl", row("one") + "\n" + big + "\n" + line + "\n" + row("two"));
    assertThat(messages(rows)).hasSize(2);
    assertThat(rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.TOO_LARGE, Reason.TOO_LARGE);
  }

  @Test
  void takesLaterOfTwoEqualKeys() throws IOException {
    assertThat(bodies("{\"at\":1,\"text\":\"a\",\"text\":\"b\"}")).containsExactly("b");
  }

  @Test
  void readsOtherCharsetsAndFlagsWhatIsLost() throws IOException {
    String json = row("Grüße") + "\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      assertThat(messages(files.read("t.jsonl", json.getBytes(charset))))
          .extracting(RawMessage::body)
          .containsExactly("Grüße");
    }
    assertThat(
            messages(files.read("w.jsonl", ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE))))
        .extracting(RawMessage::body)
        .containsExactly("Grüße");
    byte[] half = ("\uFEFF" + row("a~b")).getBytes(StandardCharsets.UTF_16LE);
    int at = new String(half, StandardCharsets.ISO_8859_1).indexOf('~');
    half[at] = 0;
    half[at + 1] = (byte) 0xD8;
    RawMessage wide = messages(files.read("h.jsonl", half)).get(0);
    assertThat(wide.body()).startsWith("a\uFFFD");
    assertThat(wide.flags()).containsExactly(QualityFlag.DECODE_REPLACED);
    byte[] cut = row("Grüße ёж Ж??").getBytes(StandardCharsets.UTF_8);
    cut[cut.length - 4] = (byte) 0xD0;
    RawMessage message = messages(files.read("c.jsonl", cut)).get(0);
    assertThat(message.body()).contains("Grüße ёж").endsWith("\uFFFD?");
    assertThat(message.flags()).containsExactly(QualityFlag.DECODE_REPLACED);
  }

  @Test
  void readsEmptyListsAndForeignRecords() throws IOException {
    List<Parsed> rows = files.read("t.jsonl", row("one") + "\n{\"items\":[]}\n{\"other\":1}\n");
    assertThat(messages(rows)).hasSize(1);
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.JSON_SCHEMA);
  }
}
