package dev.uncanned.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A letter as the file of a mail.
 *
 * <p>Outgoing mails end in a sign-off, some in a disclaimer. Of the text parts some are 8-bit, some
 * quoted-printable, some base64, and some mails have the same text as HTML beside it. Blasts are
 * HTML only.
 */
final class MimeLetter {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String DISCLAIMER =
      "This e-mail and any attachments are confidential and intended solely for the addressee."
          + " If you have received it in error, please notify the sender and delete it.";
  private static final int QP_LINE = 73;

  private final Letter letter;
  private final int variant;

  MimeLetter(Letter letter) {
    this.letter = letter;
    this.variant = Math.floorMod(letter.recipients().get(0).email().hashCode(), 4);
  }

  /**
   * The text as the mail has it: body, sign-off and quoted thread of the text part; for mails
   * without a text part the HTML.
   */
  String text() {
    Wording wording = letter.wording();
    if (wording.html()) {
      return "<html><body>" + wording.body() + Html.of(signOff().strip()) + "</body></html>";
    }
    String tail = wording.tail().isEmpty() ? "" : "\n\n" + wording.tail();
    return wording.body() + signOff() + tail + "\n";
  }

  private String signOff() {
    Person sender = letter.sender();
    boolean machine = letter.wording().kind() == Kind.AUTO_REPLY;
    if (machine) {
      return "\n\n" + sender.fullName();
    }
    String lines =
        "\n\nBest regards,\n"
            + sender.first()
            + "\n\n-- \n"
            + sender.fullName()
            + "\n"
            + sender.title()
            + " | "
            + sender.company()
            + "\n"
            + sender.email();
    return Math.floorMod(sender.email().hashCode(), 2) == 0 ? lines + "\n\n" + DISCLAIMER : lines;
  }

  /** Header and body, with line feeds. */
  String file() {
    StringBuilder mail = new StringBuilder(2_000);
    header(mail, "From", address(letter.sender()));
    header(mail, "To", address(letter.recipients().get(0)));
    header(mail, "Subject", encoded(letter.wording().subject()));
    header(mail, "Date", DATE.format(Instant.ofEpochSecond(letter.at())));
    header(mail, "Message-ID", "<" + id(letter.at()) + "@mail.example>");
    if (letter.wording().subject().startsWith("Re: ")) {
      header(mail, "In-Reply-To", "<" + id(letter.at() / 7) + "@mail.example>");
    }
    if (letter.wording().kind() == Kind.AUTO_REPLY) {
      header(mail, "Auto-Submitted", "auto-replied");
    }
    if (letter.wording().kind() == Kind.DRAFT) {
      header(mail, "X-Unsent", "1");
    }
    header(mail, "MIME-Version", "1.0");
    if (letter.wording().html()) {
      part(mail, "text/html", text(), "quoted-printable");
    } else if (variant == 3) {
      alternative(mail);
    } else {
      part(mail, "text/plain", text(), encoding());
    }
    return mail.toString();
  }

  private String id(long salt) {
    return Long.toString(salt, 36)
        + "."
        + Integer.toHexString(
            (letter.sender().email() + letter.recipients().get(0).email()).hashCode());
  }

  private void alternative(StringBuilder mail) {
    String boundary = "=_part_" + id(letter.at());
    header(mail, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    mail.append('\n');
    mail.append("--").append(boundary).append('\n');
    part(mail, "text/plain", text(), "8bit");
    mail.append("--").append(boundary).append('\n');
    String html = "<html><body>" + Html.of(text().strip()) + "</body></html>";
    part(mail, "text/html", html, "quoted-printable");
    mail.append("--").append(boundary).append("--\n");
  }

  private String encoding() {
    return switch (variant) {
      case 0 -> "8bit";
      case 1 -> "quoted-printable";
      default -> "base64";
    };
  }

  private static void part(StringBuilder mail, String type, String text, String encoding) {
    header(mail, "Content-Type", type + "; charset=UTF-8");
    header(mail, "Content-Transfer-Encoding", encoding);
    mail.append('\n');
    mail.append(
        switch (encoding) {
          case "quoted-printable" -> quotedPrintable(text);
          case "base64" ->
              Base64.getMimeEncoder(76, new byte[] {'\n'})
                  .encodeToString(text.getBytes(StandardCharsets.UTF_8));
          default -> text;
        });
    mail.append('\n');
  }

  private static void header(StringBuilder mail, String name, String value) {
    mail.append(name).append(": ").append(value).append('\n');
  }

  private static String address(Person person) {
    return encoded(person.fullName()) + " <" + person.email() + ">";
  }

  /** Words beyond ASCII as RFC 2047 has them, one encoded word for few characters each. */
  private static String encoded(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i += 10) {
      String piece = new String(points, i, Math.min(10, points.length - i));
      String base64 = Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8));
      out.append(i > 0 ? "\n " : "").append("=?UTF-8?B?").append(base64).append("?=");
    }
    return out.toString();
  }

  /** RFC 2045 section 6.7; line feeds stay line breaks. */
  private static String quotedPrintable(String text) {
    StringBuilder out = new StringBuilder(text.length() * 5 / 4);
    int column = 0;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        out.append('\n');
        column = 0;
        continue;
      }
      boolean last = i + 1 == bytes.length || bytes[i + 1] == '\n';
      boolean plain = b > ' ' && b < 0x7F && b != '=' || b == ' ' && !last;
      if (column > QP_LINE - 3) {
        out.append("=\n");
        column = 0;
      }
      if (plain) {
        out.append((char) b);
        column++;
      } else {
        out.append(String.format(Locale.ROOT, "=%02X", b));
        column += 3;
      }
    }
    return out.toString();
  }
}
