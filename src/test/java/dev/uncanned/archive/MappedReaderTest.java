package dev.uncanned.archive;

import static dev.uncanned.archive.MappedFiles.count;
import static dev.uncanned.archive.MappedFiles.messages;
import static dev.uncanned.archive.MappedFiles.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedReaderTest implements ArchiveReaderContract {

  private static final String HEAD = "Sent;From;To;Text;Way;State;Template\n";
  private static final String ROW =
      "01.03.2024 10:00;ann@acme.example;bob@x.example;Hi;out;sent;t1\n";

  @TempDir Path folder;
  private MappedFiles files;

  @BeforeEach
  void setUp() throws IOException {
    files = new MappedFiles(folder, ArchiveConfigTest.read(ArchiveConfigTest.OWN));
  }

  @Override
  public ArchiveReader reader() {
    return new MappedReader(files.config());
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    String text = "01.03.2024 10:01;ann@acme.example;eve@x.example;\"Hi;\nEve\";in;draft;\n";
    return new MappedFiles(at, files.config())
        .part("t.csv", (HEAD + ROW + text + "odd\n" + ROW).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsTableOfOwnMapping() throws IOException {
    List<Parsed> rows = files.read("t.csv", HEAD + ROW + ROW.replace("sent", "Planned for May"));
    RawMessage message = messages(rows).get(0);
    assertThat(messages(rows)).hasSize(1);
    assertThat(message.sent_at()).isEqualTo(Instant.parse("2024-03-01T09:00:00Z"));
    assertThat(message.date_quality()).isEqualTo(DateQuality.MINUTE);
    assertThat(message.template_ref()).isEqualTo("t1");
    assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(count(rows).format()).isEqualTo("mapped-csv");
    assertThat(count(rows).out_of_scope_n()).isEqualTo(1);
  }

  @Test
  void rejectsRowsOfWrongWidthWithTheirPlace() throws IOException {
    List<Parsed> rows = files.read("t.csv", HEAD + ROW + "a;b\n" + ROW);
    assertThat(messages(rows)).extracting(RawMessage::source_row).containsExactly(1L, 3L);
    Rejected row = rejected(rows).get(0);
    assertThat(row.reason()).isEqualTo(Reason.CSV_COLUMNS);
    assertThat(row.byte_start()).isEqualTo(HEAD.length() + ROW.length());
    assertThat(row.byte_end()).isEqualTo(row.byte_start() + 4);
    assertThat(row.entry()).isEqualTo("t.csv");
    assertThat(row.raw_sample()).isEqualTo("a;b\n");
  }

  @Test
  void keepsRowsOfUnknownDateUnknownValueAndNoSender() throws IOException {
    List<RawMessage> messages =
        messages(
            files.read(
                "t.csv",
                HEAD
                    + "32.13.2024 10:00;ann@acme.example;bob@x.example;Hi;out;sent;\n"
                    + "01.03.2024 10:00;;;Hi;sideways;vanished;t1\n"
                    + "01.03.1601 10:00;?;?;;out;;\n"));
    assertThat(messages).hasSize(3);
    assertThat(messages)
        .extracting(RawMessage::date_quality)
        .containsExactly(DateQuality.NONE, DateQuality.MINUTE, DateQuality.NONE);
    assertThat(messages.get(1).sender()).isEqualTo(Contact.of(null, null, null));
    assertThat(messages.get(1).direction()).isNull();
    assertThat(messages.get(1).template_ref()).as("nobody knows who sent it").isNull();
    assertThat(messages.get(2).flags()).containsExactly(QualityFlag.NO_TEXT);
  }

  @Test
  void goesOnBehindHugeCellAndKeepsNul() throws IOException {
    String huge = "01.03.2024 10:00;a@x.example;b@x.example;" + "x".repeat(17 << 20) + ";out;;\n";
    List<Parsed> rows = files.read("t.csv", HEAD + huge + ROW.replace("Hi", "H\0i"));
    assertThat(rejected(rows)).extracting(Rejected::reason).containsExactly(Reason.CSV_CELL_SIZE);
    assertThat(messages(rows)).extracting(RawMessage::body).containsExactly("H\0i");
  }

  @Test
  void readsMarksWideCharactersAndOldCodePages() throws IOException {
    String table = HEAD + ROW.replace("Hi", "Grüße €");
    assertThat(bodies(table, StandardCharsets.UTF_8)).containsExactly("Grüße €");
    assertThat(bodies("\uFEFF" + table, StandardCharsets.UTF_8)).containsExactly("Grüße €");
    assertThat(bodies("\uFEFF" + table, StandardCharsets.UTF_16LE)).containsExactly("Grüße €");
    assertThat(bodies("\uFEFF" + table, StandardCharsets.UTF_16BE)).containsExactly("Grüße €");
    assertThat(bodies(table, Charset.forName("windows-1252"))).containsExactly("Grüße €");
  }

  private List<String> bodies(String table, Charset charset) throws IOException {
    List<RawMessage> messages = messages(files.read("t.csv", table.getBytes(charset)));
    assertThat(messages).allMatch(message -> message.flags().isEmpty());
    return messages.stream().map(RawMessage::body).toList();
  }

  @Test
  void readsOldCodePageThatBeginsBehindTheHead() throws IOException {
    String table = HEAD + ROW.repeat(2000) + ROW.replace("Hi", "Grüße");
    List<RawMessage> messages =
        messages(files.read("t.csv", table.getBytes(Charset.forName("windows-1252"))));
    assertThat(messages.get(2000).body()).isEqualTo("Grüße");
  }

  @Test
  void readsDeclaredCharset() throws IOException {
    String yaml = ArchiveConfigTest.OWN.replace("delimiter: \";\"", "charset: koi8-r");
    files = new MappedFiles(folder, ArchiveConfigTest.read(yaml));
    assertThat(bodies(HEAD + ROW.replace("Hi", "привет"), Charset.forName("KOI8-R")))
        .containsExactly("привет");
    String wide = ArchiveConfigTest.OWN.replace("delimiter: \";\"", "charset: utf-16le");
    files = new MappedFiles(folder, ArchiveConfigTest.read(wide));
    assertThat(files.part("w.csv", new byte[0])).isNotNull();
  }

  @Test
  void readsTabsBarsAndNotesAboveTheHeader() throws IOException {
    String yaml = ArchiveConfigTest.OWN.replace("delimiter: \";\"", "cut_at: 100");
    files = new MappedFiles(folder, ArchiveConfigTest.read(yaml));
    for (String delimiter : List.of("\t", "|", ",")) {
      String table = "sep=" + delimiter + "\n\n" + (HEAD + ROW).replace(";", delimiter);
      assertThat(messages(files.read("t.csv", table))).hasSize(1);
    }
  }

  @Test
  void countsEmptyFilesAndHeadersOnly() throws IOException {
    assertThat(count(files.read("t.csv", "")).seen_n()).isZero();
    assertThat(count(files.read("t.csv", HEAD)).seen_n()).isZero();
    assertThat(rejected(files.read("t.csv", "a;b\n1;2\n")))
        .extracting(Rejected::source_row, Rejected::reason)
        .containsExactly(org.assertj.core.api.Assertions.tuple(0L, Reason.CSV_SCHEMA));
  }

  @Test
  void takesFirstOfTwoColumnsOfOneName() throws IOException {
    String table = "Sent;From;Text;Text\n01.03.2024 10:00;a@x.example;one;two\n";
    assertThat(messages(files.read("t.csv", table)))
        .extracting(RawMessage::body)
        .containsExactly("one");
  }

  @Test
  void readsExampleOfTheManual() throws IOException {
    String yaml =
        """
        archive:
          mappings:
            - name: our-crm
              format: csv
              when: [Versandt, Absender, Text, Richtung]
              delimiter: ";"
              charset: windows-1252
              channel: email
              fields:
                native_id: [Nr]
                sent_at: [Versandt, Erstellt]
                sender: {email: [Absender], name: [Absender-Name]}
                to: {email: [Empfänger]}
                cc: {email: [Kopie]}
                subject: [Betreff]
                text: [Text]
                template: [Vorlage]
                template_of: [Kampagne]
                attachments: [Anhänge]
              dates:
                formats: ["dd.MM.yyyy HH:mm", iso]
                zone: Europe/Berlin
              direction: {columns: [Richtung], outbound: [aus], inbound: [ein]}
              leave_out:
                - {columns: [Status], values: [Entwurf, "geplant*"]}
        """;
    String row =
        "17;01.03.2024 10:05;ann@acme.example;Ann Lee;bob@x.example, eve@y.example;;Hallo;"
            + "\"Guten Tag, …\";aus;versandt;V3;Frühling;angebot.pdf\n";
    String table =
        "Nr;Versandt;Absender;Absender-Name;Empfänger;Kopie;Betreff;Text;Richtung;Status;Vorlage;"
            + "Kampagne;Anhänge\n"
            + row
            + row.replace("versandt", "Geplant für Mai");
    files = new MappedFiles(folder, ArchiveConfigTest.read(yaml));
    List<RawMessage> messages =
        messages(files.read("t.csv", table.getBytes(Charset.forName("windows-1252"))));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).template_ref()).isEqualTo("Frühling/V3");
    assertThat(messages.get(0).recipients()).hasSize(2);
    assertThat(messages.get(0).attachment_n()).isEqualTo(1);
    assertThat(messages.get(0).body()).isEqualTo("Guten Tag, …");
  }

  @Test
  void countsAttachments() {
    assertThat(MappedMessages.attachmentCount("")).isZero();
    assertThat(MappedMessages.attachmentCount("false")).isZero();
    assertThat(MappedMessages.attachmentCount("true")).isEqualTo(1);
    assertThat(MappedMessages.attachmentCount("3")).isEqualTo(3);
    assertThat(MappedMessages.attachmentCount("12345678")).isEqualTo(1);
    assertThat(MappedMessages.attachmentCount("a.pdf; b c.pdf;;")).isEqualTo(2);
  }
}
