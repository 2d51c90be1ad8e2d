package dev.uncanned.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes an mbox of any size as Gmail Takeout does: CRLF, labels, HTML, attachments.
 *
 * <p>The same seed gives the same file. Some bodies begin with a line that starts with {@code
 * From}, which is not escaped.
 */
final class TakeoutMbox {

  private static final int BUFFER = 1 << 20;
  private static final String[] WORDS =
      ("the quarterly numbers are ready and From our side we would like to meet next week about"
              + " your order please find attached what we spoke of on Monday thank you for the call")
          .split(" ");

  /**
   * What was written.
   *
   * @param attachments attachments of all mails
   */
  record Made(long bytes, long mails, long attachments) {}

  private final SplittableRandom random;
  private final String attachment;
  private long attachments;

  private TakeoutMbox(long seed) {
    this.random = new SplittableRandom(seed);
    this.attachment = lines(random, 1 << 20);
  }

  /** Writes at least so many bytes, and no more than one mail more. */
  static Made write(Path mbox, long bytes, long seed) throws IOException {
    TakeoutMbox made = new TakeoutMbox(seed);
    long written = 0;
    long mails = 0;
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(mbox), BUFFER)) {
      for (; written < bytes; mails++) {
        byte[] mail = made.mail(mails).getBytes(StandardCharsets.UTF_8);
        file.write(mail);
        written += mail.length;
      }
    }
    return new Made(written, mails, made.attachments);
  }

  private static String lines(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length + 80);
    while (text.length() < length) {
      for (int i = 0; i < 76; i++) {
        text.append((char) ('A' + random.nextInt(26)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String mail(long i) {
    StringBuilder text = new StringBuilder(4096);
    text.append("From ").append(1_800_000_000_000_000_000L + i);
    text.append("@xxx Mon Apr 07 14:31:02 +0000 2025\n");
    text.append("X-GM-THRID: ").append(1_800_000_000_000_000_000L + i / 3).append('\n');
    text.append("X-Gmail-Labels: =?UTF-8?Q?Archiv=C3=A9s,Envoy=C3=A9?=\n");
    text.append("Delivered-To: owner@example.com\n");
    for (int hop = 0; hop < 6; hop++) {
      text.append("Received: from relay").append(hop).append(".example.com by mx.example.com");
      text.append(" with ESMTPS id ").append(random.nextLong()).append(";\n");
      text.append("        Mon, 7 Apr 2025 14:31:02 +0000\n");
    }
    text.append("From: Person ").append(random.nextInt(500)).append(" <p@example.com>\n");
    text.append("To: owner@example.com\nSubject: ");
    words(6, text);
    text.append("Date: Mon, 7 Apr 2025 14:31:02 +0000\nMIME-Version: 1.0\n");
    int kind = random.nextInt(10);
    if (kind < 4) {
      text.append("Content-Type: text/plain; charset=utf-8\n\n");
      words(50 + random.nextInt(300), text);
    } else {
      parts(kind, text);
    }
    return text.append('\n').toString().replace("\n", "\r\n");
  }

  private void parts(int kind, StringBuilder text) {
    text.append("Content-Type: multipart/mixed; boundary=\"b0\"\n\n--b0\n");
    text.append("Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\n");
    text.append("Content-Type: text/plain; charset=utf-8\n\n");
    words(200, text);
    text.append("--b1\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>");
    words(200, text);
    text.append("</p></body></html>\n--b1--\n");
    if (kind > 6) {
      attachments++;
      text.append("--b0\nContent-Type: application/pdf; name=\"a.pdf\"\n");
      text.append("Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n");
      int lines = 1_000 + random.nextInt(10_000);
      text.append(attachment, 0, lines * 77);
    }
    text.append("--b0--\n");
  }

  private void words(int n, StringBuilder text) {
    for (int i = 1; i <= n; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(i == n || i % 12 == 0 && n > 12 ? '\n' : ' ');
    }
  }
}
