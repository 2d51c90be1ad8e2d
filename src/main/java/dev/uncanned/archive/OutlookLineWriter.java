package dev.uncanned.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes the lines that {@link OutlookJsonReader} reads: one JSON object each (NDJSON). */
final class OutlookLineWriter {

  private static final String HEX = "0123456789abcdef";

  private final OutputStream out;

  OutlookLineWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a line at once, so that what was read before a crash is known. */
  void write(OutlookLine line) throws IOException {
    StringBuilder json = new StringBuilder(200);
    json.append("{\"type\":\"").append(line.type().name()).append('"');
    if (line.type() == OutlookLine.Type.FOLDER) {
      json.append(",\"sent\":").append(line.sent()).append(",\"items\":").append(line.items());
    }
    if (line.why() != null) {
      text(json, "why", line.why()).append(",\"limit\":").append(line.limit());
    }
    if (line.mail() != null) {
      mail(json, line.mail());
    }
    json.append("}\n");
    out.write(json.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void mail(StringBuilder json, OutlookMail mail) {
    text(json, "kind", mail.kind().name());
    if (mail.text() != null) {
      json.ensureCapacity(json.length() + mail.text().length() + 1_000);
      text(json, "text", mail.text());
      json.append(",\"attachments\":").append(mail.attachments());
      json.append(
          mail.flags().stream()
              .map(flag -> '"' + flag.name() + '"')
              .collect(Collectors.joining(",", ",\"flags\":[", "]")));
    }
  }

  private static StringBuilder text(StringBuilder json, String name, String text) {
    json.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }
}
