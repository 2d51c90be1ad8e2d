package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Finds the text that a reader of a mail sees first, among its MIME parts, and counts the rest.
 *
 * <p>Limits: multiparts {@link Budgets#MIME_DEPTH} deep, {@link Budgets#MIME_PARTS} parts, {@link
 * Budgets#MAIL_TEXT_BYTES} of text; what lies beyond stays opaque and is flagged. Not read:
 * attachments, attached mails, everything that is not text ({@link MimePart}). The header has been
 * read before; mime4j sees only the content fields and the body, so its own header limits (and the
 * lack of them) do not matter. Which of plain text and HTML counts: {@link MimeNode}.
 */
final class MimeText {

  private final Deque<MimeNode> open = new ArrayDeque<>();
  private final Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
  private final MimeNode root = new MimeNode("");
  private final DecodingFaults faults = new DecodingFaults();
  private MimePart part = new MimePart();
  private int parts;
  private int attachments;
  private int room = Budgets.MAIL_TEXT_BYTES;
  private int calendarFiles;
  private boolean calendar;
  private boolean scheduling;
  private boolean otherContent;
  private boolean textSeen;

  private MimeText() {}

  /**
   * The text of one mail.
   *
   * @param text decoded text or HTML; empty if there is none
   * @param calendar whether it is a message of calendar programs to each other, whatever text they
   *     put beside it, or a calendar entry and nothing else
   * @param attachments number of attached files, pictures inside of the text not among them
   */
  record Content(
      String text, boolean html, boolean calendar, int attachments, Set<QualityFlag> flags) {}

  /**
   * Reads the body of a mail.
   *
   * @throws MimeException and unchecked exceptions, among them StackOverflowError, if mime4j gives
   *     up
   */
  static Content of(MailHeaders headers, byte[] message) throws MimeException, IOException {
    MimeText reader = new MimeText();
    reader.part.note("content-disposition", headers.lower("content-disposition"));
    reader.walk(stream(headers, message));
    return reader.content();
  }

  private static InputStream stream(MailHeaders headers, byte[] message) {
    StringBuilder head = new StringBuilder();
    for (String name : new String[] {"content-type", "content-transfer-encoding"}) {
      String value = headers.first(name);
      if (value != null) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    }
    byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    int start = headers.bodyStart();
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes),
        new ByteArrayInputStream(message, start, message.length - start));
  }

  private void walk(InputStream in) throws MimeException, IOException {
    MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE, faults, null);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    open.push(root);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM && parts <= Budgets.MIME_PARTS;
        state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> startPart();
        case T_FIELD -> note(stream.getField());
        case T_START_MULTIPART -> startMultipart(stream);
        case T_PREAMBLE -> preamble(stream);
        case T_BODY -> body(stream);
        case T_END_MULTIPART -> endMultipart(stream);
        default -> {}
      }
    }
    if (parts > Budgets.MIME_PARTS) {
      flags.add(QualityFlag.MIME_DEPTH);
    }
    while (open.size() > 1) {
      close();
    }
  }

  private void startPart() {
    parts++;
    if (parts > 1) {
      part = new MimePart();
    }
  }

  private void note(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    if (name.startsWith("content-")) {
      String body = field.getBody();
      part.note(name, body == null ? "" : body.trim().toLowerCase(Locale.ROOT));
    }
  }

  private void startMultipart(MimeTokenStream stream) {
    BodyDescriptor type = stream.getBodyDescriptor();
    String subType = type.getSubType() == null ? "" : type.getSubType();
    open.push(new MimeNode(subType.toLowerCase(Locale.ROOT)));
    if (open.size() > Budgets.MIME_DEPTH) {
      stream.setRecursionMode(RecursionMode.M_FLAT);
    }
  }

  private void endMultipart(MimeTokenStream stream) {
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    if (open.size() > 1) {
      close();
    }
  }

  private void close() {
    MimeNode done = open.pop();
    open.peek().add(done.plain(), done.html());
  }

  private void preamble(MimeTokenStream stream) throws IOException {
    open.peek().preamble(MailCharsets.decode(read(stream.getInputStream()), null).text());
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor type = stream.getBodyDescriptor();
    String mime = mediaType(type);
    boolean inner = mime.startsWith("multipart/") && open.size() > Budgets.MIME_DEPTH;
    if (inner) {
      flags.add(QualityFlag.MIME_DEPTH);
    }
    boolean markup = isMarkup(mime);
    boolean text = markup || mime.equals("text/plain") || (mime.startsWith("multipart/") && !inner);
    if (text && !part.isAttached(textSeen)) {
      text(stream, type, markup);
      return;
    }
    if (mime.equals("text/calendar")) {
      calendar = true;
      scheduling |= part.isScheduling(mime);
    } else {
      otherContent = true;
    }
    if (!inner) {
      count(mime);
    }
  }

  private void count(String mime) {
    String parent = open.peek().subType();
    if (part.isFile(mime, parent)) {
      attachments++;
      calendarFiles += part.isCalendar(mime) ? 1 : 0;
    }
    QualityFlag opaque = part.opaque(mime, parent);
    if (opaque != null) {
      flags.add(opaque);
    }
  }

  private void text(MimeTokenStream stream, BodyDescriptor type, boolean markup)
      throws IOException {
    byte[] bytes = read(stream.getDecodedInputStream());
    MailCharsets.Decoded decoded = MailCharsets.decode(bytes, type.getCharset());
    if (decoded.replaced()) {
      flags.add(QualityFlag.DECODE_REPLACED);
    }
    if (decoded.mislabelled() || !part.isEncodingKnown() || faults.seen()) {
      flags.add(QualityFlag.ENCODING_BROKEN);
    }
    if (markup || MimeNode.looksLikeHtml(decoded.text())) {
      add(null, decoded.text());
      return;
    }
    InlineFiles.Found found = InlineFiles.in(decoded.text());
    attachments += found.files();
    flags.addAll(found.opaque());
    add(found.text(), null);
  }

  private void add(String plain, String html) {
    textSeen |= !(plain == null ? html : plain).isBlank();
    open.peek().add(plain, html);
  }

  /** Type and subtype in lower case; parameters behind a blank instead of a semicolon are cut. */
  private static String mediaType(BodyDescriptor type) {
    String mime = type.getMimeType() == null ? "text/plain" : type.getMimeType();
    String lower = mime.trim().toLowerCase(Locale.ROOT);
    int blank = lower.indexOf(' ');
    return blank < 0 ? lower : lower.substring(0, blank);
  }

  private static boolean isMarkup(String mime) {
    return mime.equals("text/html")
        || mime.equals("application/xhtml+xml")
        || mime.equals("text/enriched")
        || mime.equals("text/richtext");
  }

  private byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(room);
    room -= bytes.length;
    if (room == 0 && in.read() >= 0) {
      flags.add(QualityFlag.TRUNCATED);
    }
    return bytes;
  }

  private Content content() {
    String plain = root.plain();
    String html = root.html();
    boolean useHtml = html != null && (plain == null || MimeNode.isStub(plain, html));
    String text = useHtml ? html : plain == null ? "" : plain;
    boolean none = text.isBlank();
    if (none) {
      flags.add(QualityFlag.NO_TEXT);
    }
    boolean whole = scheduling || (calendar && none && !otherContent);
    int files = scheduling ? attachments - calendarFiles : attachments;
    return new Content(none ? "" : text, useHtml && !none, whole, files, flags);
  }
}
