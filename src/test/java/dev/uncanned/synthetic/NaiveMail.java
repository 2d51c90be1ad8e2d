package dev.uncanned.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the first text of a mail of the generator, for tests. */
final class NaiveMail {

  private NaiveMail() {}

  static String text(String file) {
    String mail = file.replace("\r\n", "\n");
    int end = mail.indexOf("\n\n");
    String head = mail.substring(0, end);
    String body = mail.substring(end + 2);
    int boundary = head.indexOf("boundary=\"");
    if (boundary >= 0) {
      String mark = "--" + head.substring(boundary + 10, head.indexOf('"', boundary + 10));
      int start = body.indexOf(mark) + mark.length() + 1;
      return text(body.substring(start, body.indexOf("\n" + mark, start)));
    }
    if (head.contains("Content-Transfer-Encoding: base64")) {
      return new String(Base64.getMimeDecoder().decode(body.strip()), StandardCharsets.UTF_8);
    }
    return head.contains("quoted-printable") ? quotedPrintable(body) : body;
  }

  private static String quotedPrintable(String body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) != '=') {
        out.write(body.charAt(i));
      } else if (body.charAt(i + 1) == '\n') {
        i++;
      } else {
        out.write(Integer.parseInt(body.substring(i + 1, i + 3), 16));
        i += 2;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
