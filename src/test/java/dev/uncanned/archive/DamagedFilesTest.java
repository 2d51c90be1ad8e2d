package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cuts files off and turns single bits over: nothing may escape from a reader, hang, or be lost.
 *
 * <p>Each of 200 generated files is damaged at 25 places in both ways, with {@code
 * -Duncanned.long=true} at 250; so are the files of small exports of other tools, and 20 real mails
 * where they are at hand. The time limit is a guard against hanging only.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DamagedFilesTest {

  private static final Path DATA = Path.of("..", "shared", "data", "mime", "mikel-mail");
  private static final int PLACES = Boolean.getBoolean("uncanned.long") ? 250 : 25;
  private static final int REAL = 20;
  private static final int MAX_REAL_BYTES = 20_000;
  private static final String[] WORDS = {
    "Hello",
    "Jane,",
    "how",
    "are",
    "you?",
    "déjà",
    "vu",
    "привет",
    "😀",
    "<b>",
    "=?utf-8?Q?=C3=A9?=",
    "\"quoted\"",
    "https://x.example/a?b=c",
    "From ",
    ">From ",
    "--b1",
    "begin 644 x",
    "\n",
    "\n\n",
    "=\n"
  };

  @TempDir Path folder;

  @Test
  void mailsAreReadHoweverDamaged() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      seeds.add(mail(new Random(i)).getBytes(StandardCharsets.UTF_8));
    }
    seeds.addAll(realMails());
    ArchivePart part = part(ArchivePart.Kind.EML, folder);
    damageAll(
        seeds,
        bytes -> {
          List<Parsed> rows = new ArrayList<>();
          MailBatch batch = new MailBatch(part, InputFormat.EML, rows::add);
          batch.mail(MailRecord.ofFile(1, "m.eml", bytes, Set.of()));
          batch.end();
          assertNoDefect(rows, part);
        });
  }

  @Test
  void appleMailsAreReadHoweverDamaged() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String mail = mail(new Random(1_000 + i));
      int length = mail.getBytes(StandardCharsets.UTF_8).length;
      String list =
          "<?xml version=\"1.0\"?>\n<!DOCTYPE plist>\n<plist><dict>\n<key>flags</key>\n<integer>"
              + (1L << i)
              + "</integer>\n"
              + "<key>date-received</key>\n"
              + "<integer>1007490617</integer>\n"
              + "</dict></plist>\n";
      seeds.add((length + "\n" + mail + list).getBytes(StandardCharsets.UTF_8));
    }
    ArchivePart part = part(ArchivePart.Kind.EMLX, folder);
    damageAll(
        seeds,
        bytes -> {
          List<Parsed> rows = new ArrayList<>();
          MailBatch batch = new MailBatch(part, InputFormat.EMLX, rows::add);
          EmlxReader.mail(batch, 1, "m.emlx", bytes, false);
          batch.end();
          assertNoDefect(rows, part);
        });
  }

  @Test
  void linkedInExportsAreReadHoweverDamaged() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      seeds.add(messages(new Random(2_000 + i)).getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("Profile.csv"),
        "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,x,1,x\n");
    Path file = folder.resolve("messages.csv");
    ArchivePart part = part(ArchivePart.Kind.LINKEDIN, folder);
    damageAll(
        seeds,
        bytes -> {
          Files.write(file, bytes);
          assertNoDefect(ArchiveReaderContract.rowsOf(new LinkedInReader(), part), part);
        });
  }

  /** Exports of other tools, of which one file at a time is damaged: recognised and read anew. */
  @ParameterizedTest
  @ValueSource(strings = {"mbox", "slack", "whatsapp", "meta", "x", "tables", "packed"})
  void exportsAreReadHoweverOneFileIsDamaged(String tool) throws IOException {
    Path export = export(tool, Files.createDirectory(folder.resolve("export")));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(export)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      damageAll(
          List.of(whole),
          bytes -> {
            Files.write(file, bytes);
            for (ArchivePart part : ArchiveScanner.scan(List.of(export))) {
              assertNoDefect(ArchiveReaderContract.rowsOf(new AnyReader(), part), part);
            }
          });
      Files.write(file, whole);
    }
  }

  private static Path export(String tool, Path to) throws IOException {
    switch (tool) {
      case "tables" -> {
        copySeed("readsAnyText", "hubspot", to.resolve("hubspot.csv"));
        copySeed("readsAnyJson", "hubspot", to.resolve("hubspot.jsonl"));
      }
      case "packed" -> {
        for (String zip : List.of("linkedin", "mail", "nested")) {
          copySeed("readsAnyZip", zip, to.resolve(zip + ".zip"));
        }
        copySeed("readsAnyMbox", "gzip", to.resolve("mail.mbox.gz"));
      }
      default -> ChatExports.copy(tool, to);
    }
    return to;
  }

  /** Takes an input of the fuzz tests. */
  private static void copySeed(String method, String name, Path to) throws IOException {
    String seed = "AnyFileFuzzTestInputs/" + method + "/" + name;
    try (InputStream in = DamagedFilesTest.class.getResourceAsStream(seed)) {
      Files.copy(Objects.requireNonNull(in, seed), to);
    }
  }

  /** What is done with the bytes of a damaged file. */
  private interface Reading {
    void of(byte[] bytes) throws IOException;
  }

  private static void damageAll(List<byte[]> seeds, Reading reading) throws IOException {
    Random random = new Random(99);
    for (byte[] seed : seeds) {
      for (int i = 0; i < PLACES; i++) {
        reading.of(Arrays.copyOf(seed, (int) ((long) seed.length * i / PLACES)));
        byte[] flipped = seed.clone();
        int bit = random.nextInt(seed.length * 8);
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        reading.of(flipped);
      }
    }
  }

  private static void assertNoDefect(List<Parsed> rows, ArchivePart part) {
    ArchiveReaderContract.assertIdentities(rows, part);
    for (Parsed row : rows) {
      Rejected rejected = row.rejected();
      String detail = rejected == null ? "" : rejected.detail();
      // The name of a class stands there where a defect of our own was caught.
      assertThat(detail).doesNotEndWith("Exception").doesNotEndWith("Error");
      if (rejected != null && rejected.reason() == Reason.MIME_BROKEN) {
        assertThat(rejected.detail()).isEqualTo("mime parts cannot be read");
      }
    }
  }

  private static ArchivePart part(ArchivePart.Kind kind, Path root) {
    return new ArchivePart(kind, "a", "in", root.toString(), "", List.of(), 0, 1, 0, -1);
  }

  private static List<byte[]> realMails() throws IOException {
    if (!Files.isDirectory(DATA)) {
      return List.of();
    }
    List<byte[]> mails = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(DATA)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        if (mails.size() < REAL && Files.size(file) > 0 && Files.size(file) < MAX_REAL_BYTES) {
          mails.add(Files.readAllBytes(file));
        }
      }
    }
    return mails;
  }

  private static String mail(Random random) {
    String head =
        "From: Ann Lee <ann@x.example>\nTo: \"Roe, Bob\" <bob@y.example>, c@z.example\n"
            + "Subject: =?utf-8?B?w6k=?= and more\nDate: Tue, 4 Dec 2001 10:30:17 -0800\n"
            + "Message-ID: <1@x>\nReferences: <r@x>\n <s@x>\nX-Gmail-Labels: Inbox,Sent\n";
    String from = random.nextInt(4) == 0 ? "From ann@x Tue Aug  6 12:39:49 2002\n" : "";
    String mail = from + head + part(random, 0);
    return random.nextInt(3) == 0 ? mail.replace("\n", "\r\n") : mail;
  }

  private static String part(Random random, int depth) {
    String text = text(random, 1 + random.nextInt(40));
    String type = random.nextBoolean() ? "text/plain" : "text/html";
    return switch (random.nextInt(depth > 3 ? 4 : 7)) {
      case 0 -> "\n" + text;
      case 1 -> "Content-Type: " + type + "; charset=utf-8\n\n" + text;
      case 2 ->
          "Content-Type: text/plain; charset=koi8-r\n"
              + "Content-Transfer-Encoding: quoted-printable\n\n"
              + text.replace("=", "=3D");
      case 3 ->
          "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
              + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      case 4 -> multipart(random, "alternative", depth);
      case 5 -> multipart(random, "related", depth);
      default -> multipart(random, "mixed", depth);
    };
  }

  private static String multipart(Random random, String type, int depth) {
    String boundary = "b" + depth;
    StringBuilder out = new StringBuilder("Content-Type: multipart/" + type);
    out.append(";\n boundary=\"").append(boundary).append("\"\n\npreamble\n");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      out.append("--").append(boundary).append('\n').append(part(random, depth + 1)).append('\n');
    }
    return out.append("--").append(boundary).append("--\n").toString();
  }

  private static String messages(Random random) {
    StringBuilder out =
        new StringBuilder(
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                + "DATE,SUBJECT,CONTENT,FOLDER\n");
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      boolean own = random.nextBoolean();
      String olga = "Olga Owner,https://www.linkedin.com/in/olga";
      String jane = "\"Jane Doe, MBA\",https://www.linkedin.com/in/jane%C3%A9";
      String text = text(random, random.nextInt(20));
      out.append("2-").append(i).append(",,").append(own ? olga : jane).append(',');
      out.append(own ? jane : olga).append(",2025-01-02 03:04:0").append(i).append(" UTC,Hi,");
      out.append('"').append(text.replace("\"", "\"\"")).append("\",INBOX\n");
    }
    return random.nextInt(3) == 0 ? out.toString().replace("\n", "\r\n") : out.toString();
  }

  private static String text(Random random, int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return out.toString();
  }
}
