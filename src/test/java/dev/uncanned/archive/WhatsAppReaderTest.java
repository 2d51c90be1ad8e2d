package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppReaderTest implements ArchiveReaderContract {

  private static final String NAME = "chat.txt";

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new WhatsAppReader();
  }

  @Override
  public ArchivePart samplePart(Path below) throws IOException {
    ChatExports.copy("whatsapp", below);
    return ChatExports.part(ArchivePart.Kind.WHATSAPP, below, "chat", List.of("_chat.txt"));
  }

  private List<Parsed> chat(String text) throws IOException {
    return chat(NAME, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Parsed> chat(String name, byte[] bytes) throws IOException {
    ChatExports.write(folder, name, bytes);
    ArchivePart part = ChatExports.part(ArchivePart.Kind.WHATSAPP, folder, name, List.of(name));
    return ChatExports.read(new WhatsAppReader(), List.of(part));
  }

  private List<RawMessage> messages(String text) throws IOException {
    return ChatExports.messages(chat(text));
  }

  @Test
  void readsChatsAsGolden() throws IOException {
    Path root = ChatExports.golden("whatsapp");
    List<Parsed> rows =
        ChatExports.read(new WhatsAppReader(), ChatExports.parts(new WhatsAppFinder(), root));
    assertThat(ChatExports.shown(rows))
        .isEqualTo(Files.readString(ChatExports.golden("whatsapp.txt")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[22/9/26, 10:15:32] Jo: hi#2026-09-22T10:15:32Z",
        "[9/22/26, 10:15:32\u202FPM] Jo: hi#2026-09-22T22:15:32Z",
        "\u200E[22.09.26, 10:15:32] Jo: hi#2026-09-22T10:15:32Z",
        "[22.9.2026 klo 10.15.32] Jo: hi#2026-09-22T10:15:32Z",
        "[2026/9/22 \u4E0B\u53483:05:06] Jo: hi#2026-09-22T15:05:06Z",
        "[2026. 9. 22. \uC624\uC804 12:05:06] Jo: hi#2026-09-22T00:05:06Z",
        "22/09/2026, 10:15 - Jo: hi#2026-09-22T10:15:00Z",
        "9/22/26, 12:15 AM - Jo: hi#2026-09-22T00:15:00Z",
        "22/9/26, 12:15 p.\u00A0m. - Jo: hi#2026-09-22T12:15:00Z",
        "22-09-2026 10:15 - Jo: hi#2026-09-22T10:15:00Z",
        "2026-09-22, 1:15 p.m. - Jo: hi#2026-09-22T13:15:00Z",
        "2026-09-22 em. 1:15 - Jo: hi#2026-09-22T13:15:00Z",
        "22.09.2026, 10:15 Uhr - Jo: hi#2026-09-22T10:15:00Z",
        "22.09.2026 \u0433., 10:15 \u0447. - Jo: hi#2026-09-22T10:15:00Z",
        "22/09/2026 \u00E0 10:15 - Jo: hi#2026-09-22T10:15:00Z",
        "22/9/26 10.15 - Jo: hi#2026-09-22T10:15:00Z",
        "\u0662\u0662/\u0669/\u0662\u0660\u0662\u0666\u060C \u0661\u0660:\u0661\u0665 \u0645 -"
            + " Jo: hi#2026-09-22T22:15:00Z",
        "22/09/2026, 10:15 \u2013 Jo: hi#2026-09-22T10:15:00Z"
      })
  void readsLinesOfManyPhones(String line, String at) throws IOException {
    assertThat(messages(line + "\n"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.sent_at()).isEqualTo(Instant.parse(at));
              assertThat(message.date_quality()).isEqualTo(DateQuality.MINUTE);
              assertThat(message.sender().name()).isEqualTo("Jo");
              assertThat(message.body()).isEqualTo("hi");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99/99/2026, 10:15 - Jo: hi",
        "12/03/2026, 25:15 - Jo: hi",
        "12/03/2026, 10:75 - Jo: hi",
        "12/03/20266, 10:15 - Jo: hi",
        "12/03/2026, 10:15 Jo: hi",
        "1.2.3 4:05 - Jo: hi",
        "[12/03/2026, 10:15 Jo: hi",
        "12/03/2026",
        "[",
        "+49 170 1234567"
      })
  void takesOtherLinesForText(String line) throws IOException {
    assertThat(messages("12/03/2026, 10:15 - Jo: hi\n" + line))
        .extracting(RawMessage::body)
        .containsExactly("hi\n" + line);
  }

  @Test
  void dayAboveTwelveAnywhereDecidesOrder() throws IOException {
    String chat = "1/2/26, 10:15 - Jo: a\n3/4/26, 10:15 - Jo: b\n";
    assertThat(messages(chat + "5/13/26, 10:15 - Jo: c\n"))
        .extracting(RawMessage::sent_at)
        .first()
        .isEqualTo(Instant.parse("2026-01-02T10:15:00Z"));
    assertThat(messages(chat + "13/5/26, 10:15 - Jo: c\n"))
        .extracting(RawMessage::sent_at)
        .first()
        .isEqualTo(Instant.parse("2026-02-01T10:15:00Z"));
  }

  @Test
  void orderInWhichTimeGoesOnDecidesWithoutSuchDay() throws IOException {
    String chat = "1/2/26, 10:15 - Jo: a\n1/3/26, 10:15 - Jo: b\n2/1/26, 10:15 - Jo: c\n";
    assertThat(messages(chat))
        .extracting(RawMessage::sent_at)
        .last()
        .isEqualTo(Instant.parse("2026-02-01T10:15:00Z"));
    assertThat(messages(chat))
        .extracting(RawMessage::date_quality)
        .containsOnly(DateQuality.MINUTE);
  }

  @Test
  void guessesDayFirstAndSaysSo() throws IOException {
    assertThat(messages("1/2/26, 10:15 - Jo: a\n3/3/26, 10:15 - Jo: b\n"))
        .extracting(RawMessage::sent_at, RawMessage::date_quality)
        .containsExactly(
            tuple(Instant.parse("2026-02-01T10:15:00Z"), DateQuality.FALLBACK),
            tuple(Instant.parse("2026-03-03T10:15:00Z"), DateQuality.MINUTE));
    assertThat(messages("1.2.26, 10:15 - Jo: a\n"))
        .extracting(RawMessage::date_quality)
        .containsExactly(DateQuality.MINUTE);
  }

  @Test
  void dayThatDoesNotExistHasNoTime() throws IOException {
    assertThat(messages("31/02/2026, 10:15 - Jo: a\n"))
        .extracting(RawMessage::date_quality)
        .containsExactly(DateQuality.NONE);
  }

  @Test
  void marksHoursWhoseHalfIsUnknown() throws IOException {
    assertThat(messages("22/9/26, 10:15 xyz - Jo: a\n"))
        .extracting(RawMessage::date_quality)
        .containsExactly(DateQuality.FALLBACK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Media omitted>",
        "<Medien ausgeschlossen>",
        "<M\u00E9dias omis>",
        "<Multimedia omitido>",
        "<M\u00EDdia oculta>",
        "<Media omessi>",
        "<Media weggelaten>",
        "\u200Eimage omitted",
        "\u200EBild weggelassen",
        "\u200Eimagen omitida",
        "IMG-1.jpg (file attached)",
        "\u200EPTT-1.opus (archivo adjunto)",
        "\u200E<attached: 0001-PHOTO.jpg>",
        "\u200E<Anhang: 0001-PHOTO.jpg>"
      })
  void countsFilesAndDropsTheirPlaceholder(String text) throws IOException {
    assertThat(messages("[22/9/26, 10:15:32] Jo: " + text + "\n"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.attachment_n()).isEqualTo(1);
              assertThat(message.body()).isEmpty();
              assertThat(message.flags()).containsExactly(QualityFlag.NO_TEXT);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he left",
        "you added me",
        "is this end-to-end encrypted?",
        "<3",
        "I deleted this message",
        "a: b",
        "look: image omitted"
      })
  void keepsTextsThatOnlyLookLikeNotices(String text) throws IOException {
    assertThat(messages("22/9/26, 10:15 - Jo: " + text + "\n"))
        .extracting(RawMessage::body)
        .containsExactly(text);
  }

  @Test
  void seesFileBeforeBlankLinesAtTheEnd() throws IOException {
    assertThat(messages("[22/9/26, 10:15:32] Jo: look\n\u200E<attached: 1.jpg>\n\n\n"))
        .extracting(RawMessage::attachment_n, RawMessage::body)
        .containsExactly(tuple(1, "look"));
  }

  @Test
  void linesOfTheProgramAreOutOfScope() throws IOException {
    List<Parsed> rows =
        chat(
            "[22/9/26, 10:15:32] Club: \u200EJo created this group\n"
                + "[22/9/26, 10:15:33] Jo: \u200EMissed video call\n"
                + "[22/9/26, 10:15:34] Jo: This message was deleted.\n"
                + "22/9/26, 10:15 - Jo changed the subject from \"a: b\" to \"c\"\n"
                + "22/9/26, 10:15 - Jo left\n");
    assertThat(ChatExports.messages(rows)).isEmpty();
    assertThat(ChatExports.counts(rows))
        .extracting(InputCount::seen_n, InputCount::out_of_scope_n)
        .containsExactly(tuple(5L, 5L));
  }

  @Test
  void knowsOwnerByTheNameOfTheZip() throws IOException {
    Path export = Files.createDirectory(folder.resolve("x"));
    ChatExports.write(
        export, "_chat.txt", "[22/9/26, 10:15:32] Jane Doe: a\n[22/9/26, 10:15:33] Me: b\n");
    Path zip = ChatExports.zip(export, folder.resolve("WhatsApp Chat - Jane Doe.zip"));
    List<Parsed> rows =
        ChatExports.read(new WhatsAppReader(), ChatExports.parts(new WhatsAppFinder(), zip));
    assertThat(ChatExports.messages(rows))
        .extracting(RawMessage::direction)
        .containsExactly(Direction.INBOUND, Direction.OUTBOUND);
    assertThat(ChatExports.owners(rows)).extracting(o -> o.person().name()).containsExactly("Me");
  }

  @Test
  void leavesDirectionOpenWithoutEvidence() throws IOException {
    List<Parsed> rows = chat("22/9/26, 10:15 - Jo: a\n22/9/26, 10:16 - Me: b\n");
    assertThat(ChatExports.messages(rows)).extracting(RawMessage::direction).containsOnlyNulls();
    assertThat(ChatExports.owners(rows)).isEmpty();
  }

  @Test
  void knowsPeopleByNumberWhereTheyHaveNoName() throws IOException {
    assertThat(messages("22/9/26, 10:15 - \u202A+49\u00A0170\u00A01234567\u202C: a\n"))
        .extracting(RawMessage::sender)
        .containsExactly(Contact.of(null, "wa.me/491701234567", null));
  }

  @Test
  void recipientIsNobodyWhereOnlyOnePersonSpeaks() throws IOException {
    assertThat(messages("22/9/26, 10:15 - Jo: a\n").get(0).recipients())
        .containsExactly(Contact.of(null, null, null));
  }

  @Test
  void rejectsTextBeforeTheFirstMessageAndFilesWithoutOne() throws IOException {
    List<Parsed> rows = chat("garbage\n\n22/9/26, 10:15 - Jo: a\n");
    assertThat(ChatExports.messages(rows)).hasSize(1);
    assertThat(ChatExports.rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.CHAT_SCHEMA);
    assertThat(ChatExports.rejected(chat("nothing here"))).hasSize(1);
    assertThat(ChatExports.rejected(chat(""))).isEmpty();
  }

  @Test
  void readsAnyLineEndsAndCharsets() throws IOException {
    String text = "\uFEFF22/9/26, 10:15 - Jo: caf\u00E9\r\n\r\nthere\r22/9/26, 10:15 - Al: b";
    for (byte[] bytes :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(StandardCharsets.UTF_16BE))) {
      assertThat(ChatExports.messages(chat(NAME, bytes)))
          .extracting(RawMessage::body)
          .containsExactly("caf\u00E9\n\nthere", "b");
    }
    assertThat(
            ChatExports.messages(
                chat(NAME, text.substring(1).getBytes(StandardCharsets.ISO_8859_1))))
        .extracting(RawMessage::flags)
        .contains(List.of(QualityFlag.DECODE_REPLACED));
  }

  @Test
  void cutsMessageOfFiftyMegabytes() throws IOException {
    String text = "22/9/26, 10:15 - Jo: " + "x".repeat(50 << 20) + "\n22/9/26, 10:16 - Jo: b\n";
    List<RawMessage> messages = messages(text);
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).body().length()).isEqualTo(ChatMessage.MAX_CHARS);
    assertThat(messages.get(0).flags()).containsExactly(QualityFlag.TRUNCATED);
  }

  @Test
  void cutsMessageOfAMillionLines() throws IOException {
    assertThat(messages("22/9/26, 10:15 - Jo: " + "x\n".repeat(1_000_000)))
        .extracting(RawMessage::flags)
        .containsExactly(List.of(QualityFlag.TRUNCATED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-09-22 10:15:32] INFO: started\n[2026-09-22 10:15:33] WARN: slow\n",
        "[22/09/2026 10:15:32] ERROR: failed\n[22/09/2026 10:15:33] Error: again\n",
        "[1, 2, 3]\n",
        "{\"a\": 1}\n",
        "Dear all,\n12/03/2026, 09:15 - Jo: hi\n12/03/2026, 09:15 - Jo: hi\n",
        ""
      })
  void leavesLogsAndOtherTextsAlone(String text) throws IOException {
    ChatExports.write(folder, "some.txt", text);
    assertThat(ChatExports.parts(new WhatsAppFinder(), folder)).isEmpty();
  }

  @Test
  void findsChatByContentWhateverItsName() throws IOException {
    ChatExports.write(folder, "a/notes.md", "22/9/26, 10:15 - Jo: a\n22/9/26, 10:16 - Al: b\n");
    ChatExports.write(folder, "a/2.txt", "[2026-09-22, 10:15:32] Jo: \u200Eimage omitted\n");
    assertThat(ChatExports.parts(new WhatsAppFinder(), folder))
        .extracting(ArchivePart::files)
        .containsExactly(List.of("a/2.txt"), List.of("a/notes.md"));
  }
}
