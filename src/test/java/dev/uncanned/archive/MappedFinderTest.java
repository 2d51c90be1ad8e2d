package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFinderTest {

  private static final String PHANTOM =
      "threadUrl,message,lastMessageFromUrl,isLastMessageFromMe,lastMessageDate\n";

  @TempDir Path folder;

  private static String mapping(String name, String columns) {
    return "    - {name: "
        + name
        + ", when: ["
        + columns
        + "], channel: chat, fields: {text: [message]}}\n";
  }

  private static ArchiveConfig config(String... mappings) throws IOException {
    return ArchiveConfigTest.read("archive:\n  mappings:\n" + String.join("", mappings));
  }

  private static String match(ArchiveConfig config, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    MappedMatcher.Match match = new MappedMatcher(config).match(new ByteArrayInputStream(bytes));
    return match == null ? null : match.mapping().name();
  }

  @Test
  void findsFilesByColumnsUnderAnyName() throws IOException {
    MappedFiles files = new MappedFiles(folder);
    files.part("photo.jpg", PHANTOM.getBytes(StandardCharsets.UTF_8));
    files.part("messages.csv", "id,message\n1,Hi\n".getBytes(StandardCharsets.UTF_8));
    files.part("notes.txt", "just a text\n".getBytes(StandardCharsets.UTF_8));
    files.part("data.json", "{\"a\":[1,2]}".getBytes(StandardCharsets.UTF_8));
    List<FoundInput> found = files.found();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).files()).containsExactly("photo.jpg");
    assertThat(found.get(0).archive()).isEqualTo("photo.jpg");
    assertThat(found.get(0).kind()).isEqualTo(ArchivePart.Kind.MAPPED);
  }

  @Test
  void tellsOutlooksTableFromMail() throws IOException {
    String header =
        "\"Subject\",\"Body\",\"From: (Name)\",\"From: (Address)\",\"To: (Address)\"\r\n";
    byte[] table =
        (header + "\"s\",\"From: me\",\"a\",\"b\",\"c\"\r\n").getBytes(StandardCharsets.UTF_8);
    assertThat(ContentKind.of(table)).isEqualTo(ContentKind.TEXT);
    assertThat(match(ArchiveConfig.defaults(), header)).isEqualTo("outlook-csv");
  }

  @Test
  void leavesTablesOfLinkedInAlone() throws IOException {
    ArchiveConfig config = config(mapping("mine", "FROM, CONTENT"));
    assertThat(
            match(
                config,
                "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE"
                    + " URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"))
        .isNull();
    assertThat(match(config, "FROM,CONTENT\n")).isEqualTo("mine");
  }

  @Test
  void prefersOwnThenMostColumnsThenName() throws IOException {
    assertThat(match(ArchiveConfig.defaults(), PHANTOM)).isEqualTo("phantombuster");
    assertThat(match(config(mapping("own", "message")), PHANTOM)).isEqualTo("own");
    assertThat(match(config(mapping("b", "message, threadUrl"), mapping("c", "message")), PHANTOM))
        .isEqualTo("b");
    assertThat(
            match(
                config(
                    mapping("z", "message, threadUrl"), mapping("a", "message, lastMessageDate")),
                PHANTOM))
        .isEqualTo("a");
  }

  @Test
  void comparesColumnNamesWithoutCaseAndBlanks() throws IOException {
    assertThat(match(config(mapping("own", "'Sent  AT', message")), "\" sent at \",MESSAGE\n1,2\n"))
        .isEqualTo("own");
  }

  @Test
  void looksAtTheHeadOnly() throws IOException {
    String late = "x\n".repeat(40_000) + PHANTOM;
    assertThat(match(ArchiveConfig.defaults(), late)).isNull();
    String json = "{\"pad\":\"" + "x".repeat(70_000) + "\",\"message\":\"\",\"threadUrl\":\"\"}";
    assertThat(match(config(mapping("own", "message")), json)).isNull();
  }

  @Test
  void survivesHostileHeads() throws IOException {
    for (String head :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(20_000),
            "{\"\":{\"\":{",
            "\"".repeat(70_000),
            ",".repeat(70_000),
            "\0\0\0",
            "{",
            "[]",
            "\uFEFF")) {
      assertThat(match(ArchiveConfig.defaults(), head)).isNull();
    }
  }

  @Test
  void doesNotTakePresetsForEachOther() throws IOException {
    for (Mapping mapping : MappedPresetJsonReader.presets()) {
      if (mapping.rows() == null) {
        String header =
            mapping.when().stream()
                .map(column -> column.split(" \\| ")[0])
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertThat(match(ArchiveConfig.defaults(), header + "\n")).isEqualTo(mapping.name());
      }
    }
  }
}
