package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReaderTest implements ArchiveReaderContract {

  private static final String HEAD =
      """
      From: Ann Lee <Ann@X.example>
      To: bob@y.example
      Subject: Hi
      Date: Tue, 4 Dec 2001 10:30:17 -0800
      """;

  @TempDir Path folder;

  @Override
  public ArchiveReader reader() {
    return new MailReader();
  }

  @Override
  public ArchivePart samplePart(Path at) throws IOException {
    Files.createDirectories(at.resolve("cur"));
    String parts = "--b\nContent-Type: text/html\n\n<p>Hello</p>\n--b\n\nHello\n--b--\n";
    String type = "Content-Type: multipart/mixed; boundary=b\n\n";
    Files.writeString(at.resolve("cur/1:2,S"), HEAD + "\nHello Bob,\nhow are you?\n");
    Files.writeString(at.resolve("cur/2:2,D"), HEAD + "\nnot sent\n");
    Files.writeString(
        at.resolve("cur/3"), "From x Tue Aug  6 12:39:49 2002\n" + HEAD + type + parts);
    List<String> files = List.of("cur/1:2,S", "cur/2:2,D", "cur/3");
    return new ArchivePart(
        ArchivePart.Kind.MAILDIR, "box", "in", at.toString(), "", files, 0, 7, 0, -1);
  }

  @Test
  void readsPlainMail() throws IOException {
    RawMessage mail = read("Message-ID: <1@x>\nReferences: <r@x> <s@x>\n" + HEAD + "\nHello\n");
    assertThat(mail.sender())
        .isEqualTo(new Contact("Ann Lee", null, "ann@x.example", "Ann", "Lee", null, null));
    assertThat(mail.recipients()).extracting(Contact::email).containsExactly("bob@y.example");
    assertThat(mail.sent_at()).isEqualTo(Instant.parse("2001-12-04T18:30:17Z"));
    assertThat(mail.date_quality()).isEqualTo(DateQuality.SECOND);
    assertThat(mail.subject()).isEqualTo("Hi");
    assertThat(mail.body()).isEqualTo("Hello\n");
    assertThat(mail.body_hash()).isEqualTo(ContentHash.of("Hello"));
    assertThat(mail.kind()).isEqualTo(MessageKind.MESSAGE);
    assertThat(mail.channel()).isEqualTo(Channel.EMAIL);
    assertThat(mail.native_id()).isEqualTo("1@x");
    assertThat(mail.conversation_id()).isEqualTo("r@x");
    assertThat(mail.direction()).isNull();
    assertThat(mail.flags()).isEmpty();
    assertThat(mail.html() || mail.automatic() || mail.bulk_headers()).isFalse();
  }

  @Test
  void namesThreadByOtherMailsOnly() throws IOException {
    assertThat(read("Message-ID: <1@x>\n" + HEAD + "\nx").conversation_id()).isNull();
    assertThat(read("In-Reply-To: Ann's <q@x>\n" + HEAD + "\nx").conversation_id())
        .isEqualTo("q@x");
  }

  @Test
  void decodesDeclaredUnknownAndLyingCharsets() throws IOException {
    Charset western = Charset.forName("windows-1252");
    assertThat(body("utf-8", "déjà €".getBytes(StandardCharsets.UTF_8))).isEqualTo("déjà €");
    assertThat(body("iso-8859-1", "déjà €".getBytes(western))).isEqualTo("déjà €");
    assertThat(body("us-ascii", "déjà".getBytes(StandardCharsets.UTF_8))).isEqualTo("déjà");
    assertThat(body("utf-8", "déjà".getBytes(western))).isEqualTo("déjà");
    assertThat(body("x-absurd", "déjà".getBytes(western))).isEqualTo("déjà");
    assertThat(body("koi8-r", "привет".getBytes(Charset.forName("KOI8-R")))).isEqualTo("привет");
    assertThat(body("iso-2022-jp", "日本".getBytes(Charset.forName("ISO-2022-JP")))).isEqualTo("日本");
    assertThat(body("utf-7", "+AGE-".getBytes(western))).isEqualTo("+AGE-");
  }

  @Test
  void flagsReplacedBytesOnly() throws IOException {
    byte[] cut = Arrays.copyOf("дождь".getBytes(StandardCharsets.UTF_8), 9);
    RawMessage mail = read(mailOf("utf-8", cut));
    assertThat(mail.body()).isEqualTo("дожд\uFFFD");
    assertThat(mail.flags()).containsExactly(QualityFlag.DECODE_REPLACED);
    assertThat(read(mailOf("x-absurd", new byte[] {'a', (byte) 0xE9})).flags())
        .containsExactly(QualityFlag.ENCODING_BROKEN);
  }

  @Test
  void decodesTransferEncodings() throws IOException {
    String type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ";
    assertThat(read(HEAD + type + "quoted-printable\n\ncaf=C3=A9 =\nau lait =ZZ").body())
        .isEqualTo("café au lait =ZZ");
    assertThat(read(HEAD + type + "base64\n\nY2Fm\nw6k=\n").body()).isEqualTo("café");
    assertThat(read(HEAD + type + "x-unknown\n\ncafé").body()).isEqualTo("café");
  }

  @Test
  void prefersPlainTextUnlessItIsStub() throws IOException {
    String html = "<style>p {color: red}</style><p>" + "word ".repeat(40) + "</p>";
    RawMessage full = read(HEAD + alternative("word ".repeat(40), html));
    assertThat(full.html()).isFalse();
    assertThat(full.body()).startsWith("word word");
    RawMessage stub = read(HEAD + alternative("See the HTML part.", html));
    assertThat(stub.html()).isTrue();
    assertThat(stub.body()).contains("<p>word");
    assertThat(read(HEAD + alternative("", html)).html()).isTrue();
  }

  @Test
  void joinsTextPartsAndLeavesAttachments() throws IOException {
    String inner = alternative("Hello", "<p>Hello</p>");
    RawMessage mail =
        read(
            HEAD
                + multipart(
                    "mixed",
                    "m",
                    inner,
                    "\nfooter",
                    disposed("attachment", "log"),
                    "Content-Type: message/rfc822\n\n" + HEAD + "\nforwarded",
                    "Content-Type: text/plain; name=notes.txt\n\nnotes",
                    "Content-Type: image/png\n\nPNG"));
    assertThat(mail.body()).isEqualTo("Hello\nfooter");
    assertThat(mail.html()).isFalse();
    assertThat(mail.flags()).isEmpty();
  }

  @Test
  void keepsPlainPartInsideHtmlOnlyMail() throws IOException {
    RawMessage mail =
        read(HEAD + multipart("mixed", "m", "Content-Type: text/html\n\n<p>Hello</p>", "\na < b"));
    assertThat(mail.html()).isTrue();
    assertThat(mail.body()).contains("<p>Hello</p>").contains("<pre>a &lt; b</pre>");
  }

  @Test
  void seesHtmlThatIsDeclaredPlain() throws IOException {
    assertThat(read(HEAD + "\n \n<!DOCTYPE HTML><html>x").html()).isTrue();
    assertThat(read(HEAD + "\n<HTML><body>x").html()).isTrue();
    assertThat(read(HEAD + "\nabout <html> tags").html()).isFalse();
  }

  @Test
  void keepsMailWithoutText() throws IOException {
    for (String rest :
        List.of("", "\n", "Content-Type: image/png\n\nPNG", multipart("mixed", "m"))) {
      RawMessage mail = read(HEAD + rest);
      assertThat(mail.body()).isEmpty();
      assertThat(mail.flags()).containsExactly(QualityFlag.NO_TEXT);
    }
  }

  @Test
  void readsMultipartWhoseBoundaryIsMissing() throws IOException {
    assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=zz\n\nHello\n").body())
        .isEqualTo("Hello\n");
    assertThat(read(HEAD + "Content-Type: multipart/mixed\n\nHello\n").body()).isEqualTo("Hello\n");
    assertThat(read(HEAD + "Content-Type: TEXT/PLAIN charset=US-ASCII\n\nHello\n").body())
        .isEqualTo("Hello\n");
  }

  @Test
  void fallsBackFromDateToReceivedToFromLine() throws IOException {
    String mail = "From: a@x.example\nDate: 32 Foo\n";
    String received =
        "Received: by x; Tue, 6 Aug 2002 11:31:58 +0100\nReceived: by y; 1 Jan 2001\n";
    String fromLine = "From a@x Tue Aug  6 12:39:49 2002\n";
    RawMessage first = read(fromLine + received + mail + "\nx");
    assertThat(first.sent_at()).isEqualTo(Instant.parse("2002-08-06T10:31:58Z"));
    assertThat(first.date_quality()).isEqualTo(DateQuality.FALLBACK);
    assertThat(read(fromLine + ">From moz\n" + mail + "\nx").sent_at())
        .isEqualTo(Instant.parse("2002-08-06T12:39:49Z"));
    assertThat(read(mail + "\nx").date_quality()).isEqualTo(DateQuality.NONE);
    assertThat(read(mail + "Date: 1 Jul 2003 10:52 +0000\n\nx").date_quality())
        .isEqualTo(DateQuality.SECOND);
  }

  @Test
  void keepsMailWithoutSender() throws IOException {
    RawMessage mail = read("To: b@y.example\nSubject: x\n\nHello");
    assertThat(mail.sender()).isEqualTo(Contact.of(null, null, null));
    assertThat(mail.recipients()).hasSize(1);
  }

  @Test
  void listsRecipientsOnceWithoutSender() throws IOException {
    RawMessage mail =
        read(
            "From: a@x.example\n"
                + "To: b@x.example, A@x.example\n"
                + "Cc: B@X.example\n"
                + "Bcc: c@x.example\n\n"
                + ".");
    assertThat(mail.recipients())
        .extracting(Contact::email)
        .containsExactly("b@x.example", "c@x.example");
    assertThat(read("From: a@x.example\nTo: a@x.example\n\n.").recipients()).hasSize(1);
  }

  @Test
  void takesNamesFromEnronHeaders() throws IOException {
    RawMessage mail =
        read(
            """
            From: harry.arora@enron.com
            To: jeanie.slone@enron.com, bob@enron.com
            X-From: Arora, Harry </O=ENRON/OU=NA/CN=RECIPIENTS/CN=HARORA>
            X-To: Slone, Jeanie </O=ENRON/OU=NA/CN=RECIPIENTS/CN=Jslone>, Bob Ray

            Jeanie
            """);
    assertThat(mail.sender())
        .isEqualTo(
            new Contact(
                "Arora, Harry", null, "harry.arora@enron.com", "Harry", "Arora", null, null));
    assertThat(mail.recipients())
        .extracting(Contact::name)
        .containsExactly("Slone, Jeanie", "Bob Ray");
  }

  @Test
  void marksAutomaticAndBulkMail() throws IOException {
    for (String sign :
        List.of(
            "Auto-Submitted: auto-replied\n",
            "X-Autoreply: yes\n",
            "Precedence: auto_reply\n",
            "Content-Type: multipart/report; boundary=b\n",
            "Subject: =?utf-8?Q?R=C3=A9ponse?= automatique : x\n",
            "Subject: Abwesenheitsnotiz: x\n",
            "Content-Type: text/calendar\n")) {
      RawMessage mail = read(sign + HEAD + "\nI am away");
      assertThat(mail.kind()).as(sign).isEqualTo(MessageKind.AUTO_REPLY);
      assertThat(mail.automatic()).isTrue();
    }
    assertThat(read("Auto-Submitted: no\n" + HEAD + "\nx").automatic()).isFalse();
    for (String sign : List.of("List-Id: x\n", "List-Unsubscribe: x\n", "Precedence: bulk\n")) {
      assertThat(read(sign + HEAD + "\nx").bulk_headers()).as(sign).isTrue();
    }
  }

  @Test
  void countsDraftsWithoutHandingThemOut() throws IOException {
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), samplePart(folder));
    assertThat(rows).filteredOn(row -> row.message() != null).hasSize(2);
    assertThat(rows)
        .extracting(Parsed::count)
        .filteredOn(count -> count != null)
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.out_of_scope_n()).isEqualTo(1);
              assertThat(count.seen_n()).isEqualTo(3);
              assertThat(count.format()).isEqualTo("maildir");
            });
    assertThat(rows.get(0).message().source_row()).isEqualTo(7);
    assertThat(rowsOf("X-Unsent: 1\n" + HEAD + "\nx")).noneMatch(row -> row.message() != null);
    assertThat(read("X-Unsent: 1\nReceived: by x\n" + HEAD + "\nx").body()).isEqualTo("x");
  }

  @Test
  void claimsOwnersBySentFolderAndDelivery() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("box/Sent Items"));
    Path inbox = Files.createDirectories(folder.resolve("box/inbox"));
    Files.writeString(sent.resolve("1"), HEAD + "\nx");
    Files.writeString(inbox.resolve("1"), "Delivered-To: ann@x.example\n" + HEAD + "\nx");
    assertThat(claims(sent)).containsExactly(OwnerClaim.Evidence.SENT_FOLDER + " ann@x.example 1");
    assertThat(claims(inbox))
        .containsExactly(
            OwnerClaim.Evidence.DELIVERED_TO + " ann@x.example 1",
            OwnerClaim.Evidence.RECIPIENT + " bob@y.example 1",
            OwnerClaim.Evidence.SENDER + " ann@x.example 1");
  }

  @Test
  void mailOfSentFolderIsOutboundUnlessDelivered() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("box/Sent"));
    Files.writeString(sent.resolve("1"), HEAD + "\nx");
    Files.writeString(sent.resolve("2"), HEAD.replace("Ann@X", "ann@try-x") + "\nx");
    Files.writeString(sent.resolve("3"), "Delivered-To: bob@y.example\n" + HEAD + "\nx");
    assertThat(rowsIn(sent))
        .extracting(Parsed::message)
        .filteredOn(mail -> mail != null)
        .extracting(RawMessage::direction)
        .containsExactly(Direction.OUTBOUND, Direction.OUTBOUND, null);
  }

  @Test
  void namesSenderOfSentFolderAsNearlyAllItsMailsDo() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("box/Sent"));
    for (int i = 0; i < 20; i++) {
      String name = i == 0 ? "Ann L. Lee" : i % 2 == 0 ? "\"Lee, Ann\"" : "Ann Lee";
      Files.writeString(sent.resolve("a" + i), HEAD.replace("Ann Lee", name) + "\nx");
      String shared = i % 2 == 0 ? "Ann Lee" : "Bob Ray";
      String from = HEAD.replace("Ann Lee", shared).replace("Ann@", "sales@");
      Files.writeString(sent.resolve("b" + i), from + "\nx");
    }
    assertThat(rowsIn(sent))
        .extracting(Parsed::owner)
        .filteredOn(claim -> claim != null)
        .extracting(claim -> claim.person().email() + " " + claim.person().name())
        .containsExactly("ann@x.example Ann Lee", "sales@x.example null");
  }

  @Test
  void keepsHostileMailsWithinLimits() throws IOException {
    StringBuilder deep = new StringBuilder(HEAD);
    for (int i = 0; i < 10_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append("\n");
    }
    assertThat(read(deep + "\nHello").flags())
        .containsExactly(QualityFlag.MIME_DEPTH, QualityFlag.NO_TEXT);
    RawMessage wide = read(HEAD + multipart("mixed", "m", "\nx\n--m\n".repeat(5_000)));
    assertThat(wide.flags()).containsExactly(QualityFlag.MIME_DEPTH);
    assertThat(wide.body()).contains("x\nx");
    RawMessage headers = read(HEAD + "X-Flood: yes\n".repeat(200_000) + "\nHello");
    assertThat(headers.flags()).containsExactly(QualityFlag.HEADERS_CUT);
    assertThat(headers.body()).isEqualTo("Hello");
    RawMessage folded = read(HEAD + "X-Long: a\n" + " b\n".repeat(1_000_000) + "\nHello");
    assertThat(folded.flags()).containsExactly(QualityFlag.HEADERS_CUT);
    assertThat(folded.body()).isEqualTo("Hello");
  }

  @Test
  void cutsLargeFiles() throws IOException {
    Files.writeString(folder.resolve("m.eml"), HEAD + "\n" + "x".repeat(5_000));
    List<Parsed> rows = new ArrayList<>();
    new MailReader(500).read(part(folder, "m.eml"), rows::add);
    RawMessage mail = rows.get(0).message();
    assertThat(mail.flags()).containsExactly(QualityFlag.TRUNCATED);
    assertThat(mail.body()).hasSize(500 - HEAD.length() - 1);
  }

  @Test
  void readsFileWithFromLineInFrontAndRejectsFromLineAlone() throws IOException {
    String line = "From bob@y.example Tue Aug  6 12:39:49 2002\n";
    RawMessage mail = read(line + HEAD + "\nHello\n");
    assertThat(mail.body()).isEqualTo("Hello\n");
    assertThat(mail.sender().email()).isEqualTo("ann@x.example");
    assertThat(rowsOf(line).get(0).rejected().reason()).isEqualTo(Reason.NOT_MAIL);
    assertThat(rowsOf(line + "\nHello\n").get(0).rejected().reason()).isEqualTo(Reason.NOT_MAIL);
  }

  @Test
  void rejectsWhatIsNoMailOrNoFile() throws IOException {
    Files.writeString(folder.resolve("text"), "Dear all\n");
    Files.createDirectories(folder.resolve("dir"));
    List<Parsed> rows = new ArrayList<>();
    reader().read(part(folder, "text", "dir", "gone"), rows::add);
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .extracting(row -> row.rejected().reason())
        .containsExactly(Reason.NOT_MAIL, Reason.NOT_REGULAR, Reason.IO_ERROR);
    ArchiveReaderContract.assertIdentities(rows, part(folder, "text"));
  }

  private List<String> claims(Path at) {
    return ArchiveReaderContract.rowsOf(reader(), part(at, "1")).stream()
        .filter(row -> row.owner() != null)
        .map(Parsed::owner)
        .map(claim -> claim.evidence() + " " + claim.person().email() + " " + claim.weight())
        .toList();
  }

  private String body(String charset, byte[] text) throws IOException {
    return read(mailOf(charset, text)).body();
  }

  private static byte[] mailOf(String charset, byte[] text) {
    byte[] head =
        (HEAD + "Content-Type: text/plain; charset=" + charset + "\n\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] mail = Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, mail, head.length, text.length);
    return mail;
  }

  private static String alternative(String plain, String html) {
    return multipart("alternative", "a", "\n" + plain, "Content-Type: text/html\n\n" + html);
  }

  private static String disposed(String disposition, String text) {
    return "Content-Disposition: " + disposition + "\n\n" + text;
  }

  private static String multipart(String type, String boundary, String... parts) {
    StringBuilder mail = new StringBuilder("Content-Type: multipart/");
    mail.append(type).append("; boundary=").append(boundary).append("\n\n");
    for (String part : parts) {
      mail.append("--").append(boundary).append("\n").append(part).append("\n");
    }
    return mail.append("--").append(boundary).append("--\n").toString();
  }

  private RawMessage read(String mail) throws IOException {
    return read(mail.getBytes(StandardCharsets.UTF_8));
  }

  private RawMessage read(byte[] mail) throws IOException {
    Files.write(folder.resolve("m.eml"), mail);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(reader(), part(folder, "m.eml"));
    assertThat(rows.get(0).rejected()).isNull();
    return rows.get(0).message();
  }

  private List<Parsed> rowsOf(String mail) throws IOException {
    Files.writeString(folder.resolve("m.eml"), mail);
    return ArchiveReaderContract.rowsOf(reader(), part(folder, "m.eml"));
  }

  private List<Parsed> rowsIn(Path sent) {
    String[] files = sent.toFile().list();
    Arrays.sort(files);
    return ArchiveReaderContract.rowsOf(reader(), part(sent, files));
  }

  private static ArchivePart part(Path root, String... files) {
    return new ArchivePart(
        ArchivePart.Kind.EML, "box", "in", root.toString(), "", List.of(files), 0, 1, 0, -1);
  }
}
