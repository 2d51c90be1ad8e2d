package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as no program should write them, each with what has to become of it. */
class HostileMailTest {

  private static final String HEAD =
      """
      From: Ann Lee <ann@x.example>
      To: bob@y.example
      Subject: Hi
      Date: Tue, 4 Dec 2001 10:30:17 -0800
      """;

  @TempDir Path folder;

  private List<Parsed> rows(byte[] mail) throws IOException {
    Files.write(folder.resolve("m.eml"), mail);
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.EML,
            "box",
            "in",
            folder.toString(),
            "",
            List.of("m.eml"),
            0,
            1,
            0,
            -1);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new MailReader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rows;
  }

  private RawMessage read(byte[] mail) throws IOException {
    RawMessage message = rows(mail).get(0).message();
    assertThat(message).isNotNull();
    return message;
  }

  private RawMessage read(String mail) throws IOException {
    return read(mail.getBytes(StandardCharsets.UTF_8));
  }

  private static String multipart(String type, String boundary, String... parts) {
    StringBuilder mail = new StringBuilder("Content-Type: multipart/");
    mail.append(type).append("; boundary=\"").append(boundary).append("\"\n\n");
    for (String part : parts) {
      mail.append("--").append(boundary).append("\n").append(part).append("\n");
    }
    return mail.append("--").append(boundary).append("--\n").toString();
  }

  private static String text(String text) {
    return "Content-Type: text/plain; charset=utf-8\n\n" + text;
  }

  @Test
  void row4MailOf200MegabytesKeepsItsHeaderAndItsBeginning() throws IOException {
    byte[] line = ("x".repeat(99) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(folder.resolve("m.eml"))) {
      out.write((HEAD + "\n").getBytes(StandardCharsets.US_ASCII));
      byte[] block = new byte[line.length * 10_000];
      for (int i = 0; i < block.length; i++) {
        block[i] = line[i % line.length];
      }
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
    }
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.EML, "b", "in", folder.toString(), "", List.of("m.eml"), 0, 1, 0, -1);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new MailReader(), part);
    RawMessage mail = rows.get(0).message();
    assertThat(mail.flags()).containsExactly(QualityFlag.TRUNCATED);
    assertThat(mail.subject()).isEqualTo("Hi");
    assertThat(mail.body()).hasSize(Budgets.MAIL_BYTES - HEAD.length() - 1);
    assertThat(rows).as("the mail, sender and recipient as owners, the count").hasSize(4);
  }

  @Test
  void row5NestingBeyondTheDepthStaysOpaqueAndWhatIsAboveIsRead() throws IOException {
    for (int depth : List.of(Budgets.MIME_DEPTH - 1, 200, 10_000)) {
      StringBuilder mail = new StringBuilder(HEAD);
      mail.append("Content-Type: multipart/mixed; boundary=b0z\n\n--b0z\n\nouter text\n--b0z\n");
      for (int i = 1; i <= depth; i++) {
        mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("z");
        mail.append("\n\n--b").append(i).append("z\n");
      }
      RawMessage read = read(mail.append("\ninner text\n").toString());
      assertThat(read.body()).contains("outer text");
      boolean deep = depth >= Budgets.MIME_DEPTH;
      assertThat(read.body().contains("inner text")).isEqualTo(!deep);
      assertThat(read.flags().contains(QualityFlag.MIME_DEPTH)).isEqualTo(deep);
    }
  }

  @Test
  void row5ChainOfAttachedMailsIsOneAttachment() throws IOException {
    String chain = "Content-Type: message/rfc822\n\n" + HEAD;
    RawMessage read = read(HEAD + multipart("mixed", "m", text("top"), chain.repeat(10_000)));
    assertThat(read.body()).isEqualTo("top");
    assertThat(read.attachment_n()).isEqualTo(1);
  }

  @Test
  void row5PartsBeyondTheirNumberStayOpaque() throws IOException {
    RawMessage read = read(HEAD + multipart("mixed", "m", text("x\n--m\n\ny\n").repeat(2_000)));
    assertThat(read.flags()).containsExactly(QualityFlag.MIME_DEPTH);
    assertThat(read.body()).startsWith("x");
  }

  /** Stands at every height of a nearly full stack, from the top down, and reads a mail there. */
  private static final class Climber {

    private final Runnable reading;

    Climber(Runnable reading) {
      this.reading = reading;
    }

    /** Whether the reading came to its end, which it does once there is room enough. */
    boolean climb() {
      boolean read;
      try {
        read = climb();
      } catch (VirtualMachineError top) {
        read = false;
      }
      if (read) {
        return true;
      }
      try {
        reading.run();
        return true;
      } catch (VirtualMachineError noRoomYet) {
        return false;
      }
    }
  }

  @Test
  void row5StackThatIsTooSmallCostsTheMailAndNotTheRun() throws Exception {
    byte[] mail =
        (HEAD + multipart("mixed", "m", text("Hello"), text("x"))).getBytes(StandardCharsets.UTF_8);
    ArchivePart part =
        new ArchivePart(ArchivePart.Kind.EML, "b", "in", "/none", "", List.of(), 0, 1, 0, -1);
    List<Parsed> seen = new ArrayList<>();
    MailBatch batch = new MailBatch(part, InputFormat.EML, seen::add);
    batch.mail(MailRecord.ofFile(1, "1.eml", mail, Set.of()));
    assertThat(seen.remove(0).message()).isNotNull();
    // What is loaded for the first time on a full stack could be used by nobody afterwards.
    batch.mail(
        MailRecord.ofFile(1, "1.eml", "no header".getBytes(StandardCharsets.UTF_8), Set.of()));
    assertThat(seen.remove(0).rejected()).isNotNull();
    Runnable reading =
        () -> {
          batch.mail(MailRecord.ofFile(2, "2.eml", mail, Set.of()));
          if (seen.stream().noneMatch(row -> row.message() != null)) {
            throw new StackOverflowError("rejected: go on where there is more room");
          }
        };
    Thread thread = new Thread(null, () -> new Climber(reading).climb(), "small", 1 << 19);
    thread.start();
    thread.join();
    assertThat(seen)
        .filteredOn(row -> row.rejected() != null)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.rejected().reason()).isEqualTo(Reason.MIME_BROKEN);
              assertThat(row.rejected().detail()).isEqualTo("StackOverflowError");
            });
    assertThat(seen.get(seen.size() - 1).message()).isNotNull();
  }

  @Test
  void row6BoundaryMissingEmptyLongPrefixedOrNeverClosedIsReadAllTheSame() throws IOException {
    assertThat(read(HEAD + "Content-Type: multipart/mixed\n\nHello\n").body()).isEqualTo("Hello\n");
    assertThat(read(HEAD + multipart("mixed", "", text("Hello"))).body()).contains("Hello");
    String longOne = "b".repeat(1_000);
    assertThat(read(HEAD + multipart("mixed", longOne, text("Hello"))).body()).isEqualTo("Hello");
    String html = "Content-Type: text/html\n\n<p>Hello";
    String inner = multipart("alternative", "bb", text("Hello"), html);
    RawMessage prefixed = read(HEAD + multipart("mixed", "b", inner, text("end")));
    assertThat(prefixed.body()).isEqualTo("Hello\nend");
    assertThat(prefixed.html()).isFalse();
    String open = multipart("mixed", "b", text("Hello")).replace("--b--\n", "");
    assertThat(read(HEAD + open).body()).isEqualTo("Hello\n");
    String epilogue = multipart("mixed", "b", text("Hello")) + "\n--b\n\nbehind\n--b--\n";
    assertThat(read(HEAD + epilogue).body()).isEqualTo("Hello");
  }

  @Test
  void row6MailWithoutAnyTextIsKeptAndFlagged() throws IOException {
    RawMessage read = read(HEAD + multipart("mixed", "b"));
    assertThat(read.body()).isEmpty();
    assertThat(read.flags()).containsExactly(QualityFlag.NO_TEXT);
  }

  @Test
  void row7FloodsOfHeadersAreCutAndFlagged() throws IOException {
    for (String flood :
        List.of(
            "X-Flood: yes\n".repeat(200_000),
            "X-Long: " + "x".repeat(40_000_000) + "\n",
            "X-Folded: a\n" + " bcdefghi\n".repeat(120_000),
            "X-Big: "
                + "x".repeat(900_000)
                + "\n"
                + ("X-Big: " + "y".repeat(900_000) + "\n").repeat(5))) {
      RawMessage read = read(HEAD + flood + "\nHello");
      assertThat(read.flags()).containsExactly(QualityFlag.HEADERS_CUT);
      assertThat(read.body()).isEqualTo("Hello");
      assertThat(read.sender().email()).isEqualTo("ann@x.example");
    }
    String whole = "X-Long: " + "x".repeat(Budgets.MAIL_BYTES) + "\n";
    assertThat(read(HEAD + whole + "\nHello").flags())
        .containsExactly(QualityFlag.TRUNCATED, QualityFlag.HEADERS_CUT, QualityFlag.NO_TEXT);
  }

  @Test
  void row7FiveThousandRecipientsAreKeptAndMoreAreCutAndFlagged() throws IOException {
    StringBuilder list = new StringBuilder("To: p0@y.example");
    for (int i = 1; i < Budgets.HEADER_PEOPLE; i++) {
      list.append(",\n p").append(i).append("@y.example");
    }
    RawMessage read = read("From: a@x.example\n" + list + "\n\nHello");
    assertThat(read.recipients()).hasSize(Budgets.HEADER_PEOPLE);
    assertThat(read.flags()).isEmpty();
    read = read("From: a@x.example\n" + list + ",\n one@too.many.example\n\nHello");
    assertThat(read.recipients()).hasSize(Budgets.HEADER_PEOPLE);
    assertThat(read.flags()).containsExactly(QualityFlag.HEADERS_CUT);
  }

  @Test
  void row7EncodedWordsInMassesAreDecoded() throws IOException {
    String words = "=?utf-8?Q?=C3=A9?= ".repeat(20_000);
    assertThat(read("Subject: " + words + "\n" + HEAD + "\nx").subject())
        .isEqualTo("é".repeat(20_000));
    RawMessage read = read("Subject: " + "=?utf-8?Q?a?= ".repeat(100_000) + "\n" + HEAD + "\nx");
    assertThat(read.flags()).containsExactly(QualityFlag.HEADERS_CUT);
    assertThat(read.subject()).startsWith("aaaa");
    assertThat(read("Subject: " + "=?".repeat(200_000) + "\n" + HEAD + "\nx").subject())
        .startsWith("=?");
  }

  @Test
  void row8UnknownAndLyingCharsetsFallBackAndAreFlagged() throws IOException {
    byte[] utf8 = "déjà vu €".getBytes(StandardCharsets.UTF_8);
    byte[] western = "déjà vu €".getBytes(Charset.forName("windows-1252"));
    assertBody("x-absurd", utf8, "déjà vu €", QualityFlag.ENCODING_BROKEN);
    assertBody("x-absurd", western, "déjà vu €", QualityFlag.ENCODING_BROKEN);
    assertBody("\"; drop table", western, "déjà vu €", QualityFlag.ENCODING_BROKEN);
    assertBody("utf-8", western, "déjà vu €", QualityFlag.ENCODING_BROKEN);
    assertBody("us-ascii", utf8, "déjà vu €", QualityFlag.ENCODING_BROKEN);
    assertBody("iso-8859-1", western, "déjà vu €", null);
    assertBody("utf-16", utf8, null, null);
    assertBody("utf-16", ascii("plain"), "plain", QualityFlag.ENCODING_BROKEN);
    assertBody("utf-16le", "wide é".getBytes(StandardCharsets.UTF_16LE), "wide é", null);
    assertBody("ibm037", ascii("plain"), "plain", QualityFlag.ENCODING_BROKEN);
    assertBody("utf-8", cut("дождь"), "дожд\uFFFD", QualityFlag.DECODE_REPLACED);
  }

  @Test
  void row8Utf7IsNeverDecodedAndEscapeTricksStayText() throws IOException {
    for (String label : List.of("utf-7", "UTF7", "unicode-1-1-utf-7", "x-imap-modified-utf-7")) {
      assertBody(label, ascii("+ADw-b+AD4-"), "+ADw-b+AD4-", QualityFlag.ENCODING_BROKEN);
    }
    byte[] japanese = "日本".getBytes(Charset.forName("ISO-2022-JP"));
    assertBody("iso-2022-jp", japanese, "日本", null);
    byte[] open = Arrays.copyOf(japanese, japanese.length - 3);
    assertBody("iso-2022-jp", open, "日本", null);
    RawMessage broken = read(mail("iso-2022-jp", ascii("a\u001b$B!\u001b(Bb\u001b$Z")));
    assertThat(broken.body()).contains("b");
    assertThat(broken.flags()).hasSize(1);
    assertThat(read("Subject: =?utf-7?Q?+ADw-?=\n" + HEAD + "\nx").subject()).isEqualTo("+ADw-");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  private void assertBody(String charset, byte[] text, String expected, QualityFlag flag)
      throws IOException {
    RawMessage read = read(mail(charset, text));
    if (expected != null) {
      assertThat(read.body()).as(charset).isEqualTo(expected);
      assertThat(read.flags()).as(charset).isEqualTo(flag == null ? List.of() : List.of(flag));
    }
  }

  private static byte[] mail(String charset, byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ascii(HEAD + "Content-Type: text/plain; charset=" + charset + "\n\n"));
    out.write(text);
    return out.toByteArray();
  }

  @Test
  void row9BrokenTransferEncodingsKeepWhatDecodesAndAreFlagged() throws IOException {
    String type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ";
    String good =
        Base64.getEncoder()
            .encodeToString("Hello Bob, how are you".getBytes(StandardCharsets.UTF_8));
    for (String coded :
        List.of(
            good.substring(0, 8) + "\u0001%&!" + good.substring(8),
            good.substring(0, 9),
            good.substring(0, 20) + "==\n" + good)) {
      RawMessage read = read(HEAD + type + "base64\n\n" + coded + "\n");
      assertThat(read.body()).startsWith("Hello ");
      assertThat(read.flags()).containsExactly(QualityFlag.ENCODING_BROKEN);
    }
    assertThat(read(HEAD + type + "base64\n\n" + good + "\n").flags()).isEmpty();
    RawMessage quoted = read(HEAD + type + "quoted-printable\n\ncaf=C3=A9 =ZZ =4\n== end=\n");
    assertThat(quoted.body()).startsWith("café =ZZ =4").contains("end");
    assertThat(quoted.flags()).containsExactly(QualityFlag.ENCODING_BROKEN);
    assertThat(read(HEAD + type + "quoted-printable\n\ncaf=C3=A9 =\nau lait \n").flags()).isEmpty();
    RawMessage unknown = read(HEAD + type + "x-secret\n\nHello\n");
    assertThat(unknown.body()).isEqualTo("Hello\n");
    assertThat(unknown.flags()).containsExactly(QualityFlag.ENCODING_BROKEN);
  }

  @Test
  void row10OpaqueFormatsAreFlaggedByKind() throws IOException {
    String tnef = "Content-Type: application/ms-tnef; name=winmail.dat\n\nTNEF";
    assertOpaque(
        read(HEAD + multipart("mixed", "m", text("Hello"), tnef)),
        "Hello",
        1,
        QualityFlag.OPAQUE_TNEF);
    String sealed =
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nX";
    assertOpaque(read(HEAD + sealed), "", 0, QualityFlag.OPAQUE_SMIME);
    String pgp = "Content-Type: application/pgp-encrypted\n\nVersion: 1";
    String data = "Content-Type: application/octet-stream; name=encrypted.asc\n\nX";
    assertOpaque(
        read(HEAD + multipart("encrypted", "m", pgp, data)), "", 0, QualityFlag.OPAQUE_PGP);
    String armour = "-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n";
    assertOpaque(read(HEAD + "\n" + armour), armour, 0, QualityFlag.OPAQUE_PGP);
    String uuencoded = "begin 644 cat.txt\n#0V%T\n`\nend\n";
    assertOpaque(
        read(HEAD + "\nHello\n" + uuencoded + "bye\n"),
        "Hello\nbye\n",
        1,
        QualityFlag.OPAQUE_UUENCODE);
    String yenc = "=ybegin line=128 size=3 name=cat.txt\n\u008a\u008b\n=yend size=3\n";
    assertOpaque(read(HEAD + "\nHello\n" + yenc), "Hello\n", 1, QualityFlag.OPAQUE_YENC);
    String signature = "Content-Type: application/pgp-signature; name=signature.asc\n\nX";
    RawMessage signed = read(HEAD + multipart("signed", "m", text("Hello"), signature));
    assertThat(signed.flags()).isEmpty();
    assertThat(signed.attachment_n()).isZero();
  }

  @Test
  void row10WordsThatOnlyLookLikeUuencodingStay() throws IOException {
    String prose = "begin 644 times\nand then try again, it is fine\n";
    RawMessage read = read(HEAD + "\n" + prose);
    assertThat(read.body()).isEqualTo(prose);
    assertThat(read.attachment_n()).isZero();
    assertThat(read.flags()).isEmpty();
  }

  private static void assertOpaque(
      RawMessage mail, String body, int attachments, QualityFlag kind) {
    assertThat(mail.body()).isEqualTo(body);
    assertThat(mail.flags())
        .filteredOn(flag -> flag.name().startsWith("OPAQUE"))
        .containsExactly(kind);
    assertThat(mail.attachment_n()).isEqualTo(attachments);
  }

  @Test
  void attachmentsAreCountedAndPicturesInTheTextAreNot() throws IOException {
    String html = "Content-Type: text/html\n\n<p>Hello<img src=cid:1>";
    String shown = "Content-Type: image/png; name=logo.png\nContent-ID: <1>\n\nX";
    String related = multipart("related", "r", html, shown);
    String alternative = multipart("alternative", "a", text("Hello"), related);
    String pdf = "Content-Type: application/pdf; name=a.pdf\n\nX";
    String photo = "Content-Type: image/jpeg\nContent-Disposition: attachment; filename=p.jpg\n\nX";
    String notes = "Content-Type: text/plain\nContent-Disposition: attachment; filename=n.txt\n\nX";
    RawMessage read = read(HEAD + multipart("mixed", "m", alternative, pdf, photo, notes));
    assertThat(read.attachment_n()).isEqualTo(3);
    assertThat(read.flags()).isEmpty();
    assertThat(read(HEAD + alternative).attachment_n()).isZero();
    assertThat(read(HEAD + pdf).attachment_n()).isEqualTo(1);
    String report = "Content-Type: message/delivery-status\n\nAction: failed";
    assertThat(read(HEAD + multipart("report", "m", text("failed"), report)).attachment_n())
        .isZero();
  }

  @Test
  void row11DatesOfAllKindsAreReadOrLeftOpen() throws IOException {
    assertDate("Tue, 1 Jul 2003 10:52:37 EST", "2003-07-01T15:52:37Z", DateQuality.SECOND);
    assertDate("1 Jul 03 10:52 EST", "2003-07-01T15:52:00Z", DateQuality.SECOND);
    assertDate("2003-07-01T10:52:37+02:00", "2003-07-01T08:52:37Z", DateQuality.SECOND);
    assertDate(
        "Tue (day), 1 Jul 2003 (year) 10:52 +0000 (UTC)",
        "2003-07-01T10:52:00Z",
        DateQuality.SECOND);
    assertDate("Di, 1 Mai 2003 10:52 +0200", "2003-05-01T08:52:00Z", DateQuality.SECOND);
    assertDate("jeu., 1 févr. 2003 10:52 +0000", "2003-02-01T10:52:00Z", DateQuality.SECOND);
    for (String none :
        List.of("32 Foo", "", "1 Jan 1601 00:00:00 +0000", "31 Dec 9999 23:59 +0000", "soon")) {
      assertDate(none, null, DateQuality.NONE);
    }
    String rest = "From: a@x.example\nTo: b@x.example\n";
    String two = rest + "Date: soon\nDate: 1 Jul 2003 10:52 +0000\n\nx";
    assertThat(read(two).sent_at()).isEqualTo(Instant.parse("2003-07-01T10:52:00Z"));
    String received = "Received: by x; Tue, 6 Aug 2002 11:31:58 +0100\n" + rest + "\nx";
    assertThat(read(received).date_quality()).isEqualTo(DateQuality.FALLBACK);
    String fromLine = "From a@x Tue Aug  6 12:39:49 2002\n" + rest + "\nx";
    assertThat(read(fromLine).sent_at()).isEqualTo(Instant.parse("2002-08-06T12:39:49Z"));
    assertThat(read(rest + "\nx").date_quality()).isEqualTo(DateQuality.NONE);
  }

  private void assertDate(String date, String expected, DateQuality quality) throws IOException {
    RawMessage read = read("From: a@x.example\nDate: " + date + "\n\nx");
    assertThat(read.sent_at())
        .as(date)
        .isEqualTo(expected == null ? null : Instant.parse(expected));
    assertThat(read.date_quality()).as(date).isEqualTo(quality);
  }

  @Test
  void row12SendersAreReadByOneRuleAndNoneIsUnknown() throws IOException {
    assertSender("", null, null);
    assertSender("From: \n", null, null);
    assertSender(
        "From: a@x.example, b@x.example\n" + "From: c@x.example\n".repeat(4), "a@x.example", null);
    assertSender("From: \"c@d.example\" <a@b.example>\n", "a@b.example", "c@d.example");
    assertSender("From: Team: Ann <a@x.example>, b@x.example;\n", "a@x.example", "Ann");
    assertSender("From: Jörg Müller <j@x.example>\n", "j@x.example", "Jörg Müller");
    assertSender("From: <info@bücher.example>\n", "info@xn--bcher-kva.example", null);
    assertSender("From: info@XN--BCHER-KVA.example\n", "info@xn--bcher-kva.example", null);
    assertSender("From: a@b@c.example\n", "a@b@c.example", null);
    assertSender("From: ;\nSender: s@x.example\n", "s@x.example", null);
  }

  private void assertSender(String headers, String email, String name) throws IOException {
    RawMessage read = read(headers + "To: z@x.example\nSubject: x\n\nx");
    assertThat(read.sender().email()).as(headers).isEqualTo(email);
    assertThat(read.sender().name()).as(headers).isEqualTo(name);
  }

  @Test
  void row13IdentityIsContentNotMessageId() throws IOException {
    String id = "Message-ID: <same@x>\n" + HEAD;
    RawMessage one = read(id + "\nHello Bob");
    RawMessage other = read(id + "\nHello Jane");
    RawMessage copy = read("Message-ID: <other@x>\nX-Folder: all\n" + HEAD + "\nHello  Bob\n");
    assertThat(other.body_hash()).isNotEqualTo(one.body_hash());
    assertThat(copy.body_hash()).isEqualTo(one.body_hash());
    assertThat(copy.sent_at()).isEqualTo(one.sent_at());
    assertThat(copy.sender()).isEqualTo(one.sender());
    assertThat(copy.native_id()).isNotEqualTo(one.native_id());
  }

  @Test
  void row14HtmlIsKeptAsTextWhateverItSays() throws IOException {
    String type = "Content-Type: text/html; charset=utf-8\n\n";
    String evil =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><script>fetch('//x')</script>"
            + "<img src=http://x.example/pixel><p>Hello &e; Bob";
    assertThat(read(HEAD + type + evil).body()).isEqualTo(evil);
    String deep = "<div>".repeat(1_000_000) + "Hello";
    RawMessage read = read(HEAD + type + deep);
    assertThat(read.body()).isEqualTo(deep);
    assertThat(read.html()).isTrue();
    String huge = HEAD + type + "<p>Hello</p>".repeat(5_000_000);
    assertThat(read(huge).flags()).containsExactly(QualityFlag.TRUNCATED);
  }

  @Test
  void row15OddCharactersAreKept() throws IOException {
    String odd =
        "z\u200Be\u200Dro \u202Erlo \u0440\u0430\u0443pal \uD835\uDC07 "
            + "e"
            + "\u0301".repeat(5_000)
            + "\uFEFF\u2066x\u2069";
    assertThat(read(HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + odd).body())
        .isEqualTo(odd);
  }

  @Test
  void row16LabelsInMassesAreReadUpToTheirNumber() throws IOException {
    StringBuilder labels = new StringBuilder("X-Gmail-Labels: Inbox");
    for (int i = 0; i < 10_000; i++) {
      labels.append(",\n \"label, ").append(i).append('"');
    }
    assertThat(read(labels + "\n" + HEAD + "\nHello").body()).isEqualTo("Hello");
    String coded =
        "X-Gmail-Labels: " + "=?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception,?=\n ".repeat(2_000);
    assertThat(read(coded + "x\n" + HEAD + "Status: RO\n\nHello").body()).isEqualTo("Hello");
    String draft = "X-Gmail-Labels: =?UTF-8?Q?Brouillons?=\n" + HEAD + "\nHello";
    assertThat(rows(draft.getBytes(StandardCharsets.UTF_8)))
        .noneMatch(row -> row.message() != null);
  }

  @Test
  void gzipOfOneMailIsRecognisedByContentAndRead() throws IOException {
    byte[] mail = (HEAD + "\nHello").getBytes(StandardCharsets.UTF_8);
    byte[] packed = gzip(mail);
    assertThat(MailSniffer.isMessage(new ByteArrayInputStream(packed))).isTrue();
    assertThat(read(packed).body()).isEqualTo("Hello");
    Files.move(folder.resolve("m.eml"), folder.resolve("any name"));
    assertThat(ArchiveScanner.scan(List.of(folder)))
        .extracting(ArchivePart::kind)
        .containsExactly(ArchivePart.Kind.EML);
    byte[] text = gzip("Dear all,\n\nno mail".getBytes(StandardCharsets.UTF_8));
    assertThat(MailSniffer.isMessage(new ByteArrayInputStream(text))).isFalse();
    List<Parsed> cut = rows(Arrays.copyOf(packed, packed.length - 12));
    assertThat(cut.get(0).rejected().reason()).isEqualTo(Reason.GZIP_DAMAGED);
    byte[] bomb = gzip(new byte[100 << 20]);
    assertThat(rows(bomb).get(0).rejected().reason()).isIn(Reason.ZIP_RATIO, Reason.NOT_MAIL);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void fromLineInFrontIsNoHeader() throws IOException {
    for (String front :
        List.of(
            "From ann@x Tue Aug  6 12:39:49 2002\n",
            "\uFEFFFrom - Fri Aug 05 10:57:20 2016\r\n",
            ">From x\n")) {
      RawMessage read = read(front + HEAD + "\nHello");
      assertThat(read.sender().email()).isEqualTo("ann@x.example");
      assertThat(read.body()).isEqualTo("Hello");
    }
    byte[] head = ("From ann@x Tue Aug  6 12:39:49 2002\n" + HEAD).getBytes(StandardCharsets.UTF_8);
    assertThat(MailSniffer.isMessage(head)).isTrue();
  }

  @Test
  void randomBytesNeverEscape() throws IOException {
    Random random = new Random(5);
    byte[] mail =
        (HEAD + multipart("mixed", "m", text("Hello"), text("x"))).getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 300; round++) {
      byte[] copy = mail.clone();
      for (int hits = random.nextInt(20); hits >= 0; hits--) {
        copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
      }
      assertThat(rows(copy)).isNotEmpty();
    }
  }
}
