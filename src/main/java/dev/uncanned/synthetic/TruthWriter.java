package dev.uncanned.synthetic;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Writes the truth: one row for each message in scope and each of its recipients. */
final class TruthWriter implements Closeable {

  static final List<String> COLUMNS =
      List.of(
          "archive",
          "row_key",
          "channel",
          "direction",
          "sender",
          "recipient",
          "sent_at",
          "kind",
          "campaign",
          "template",
          "mass_send",
          "customised_words",
          "template_words",
          "defect",
          "text_sha256");

  private final BufferedWriter out;
  private final Tally tally;
  private final MessageDigest digest;

  TruthWriter(Path file, Tally tally) throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.tally = tally;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
    write(COLUMNS);
  }

  /** Takes the messages of one archive; those that another archive has already are left out. */
  RowSink archive(String archive, Mailbox mailbox) {
    return (letter, key, shownAt, text) -> {
      if (mailbox.isCopy(letter)) {
        tally.addCopy();
      } else {
        tally.add(letter);
        if (letter.wording().kind().inScope()) {
          add(archive, key, letter, shownAt, hash(text));
        }
      }
    };
  }

  private void add(String archive, String key, Letter letter, long shownAt, String hash)
      throws IOException {
    Wording wording = letter.wording();
    Boolean mass = wording.kind().massSend;
    for (Person recipient : letter.recipients()) {
      write(
          List.of(
              archive,
              key,
              letter.way().name(),
              letter.outbound() ? "OUTBOUND" : "INBOUND",
              identity(letter, letter.sender()),
              identity(letter, recipient),
              Instant.ofEpochSecond(shownAt).toString(),
              wording.kind().label(),
              wording.campaign(),
              template(wording),
              mass == null ? "" : mass.toString(),
              Integer.toString(wording.customised()),
              Integer.toString(wording.canned()),
              wording.defect(),
              hash));
    }
  }

  /** The text that the senders share; none where each copy is worded anew. */
  private static String template(Wording wording) {
    int end = wording.campaign().lastIndexOf('/');
    return wording.kind() == Kind.SPINTAX || end < 0 ? "" : wording.campaign().substring(0, end);
  }

  private static String identity(Letter letter, Person person) {
    return letter.isMail() ? person.email() : person.profile();
  }

  private void write(List<String> cells) throws IOException {
    CsvText csv = new CsvText(false);
    csv.add(cells);
    out.write(csv.toString());
  }

  private String hash(String text) {
    byte[] bytes = collapsed(text).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  /** NFC, every run of white space (no-break spaces too) one space, none at the ends. */
  static String collapsed(String text) {
    boolean done = Normalizer.isNormalized(text, Normalizer.Form.NFC);
    String composed = done ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    boolean pending = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        pending = !out.isEmpty();
      } else {
        if (pending) {
          out.append(' ');
          pending = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
