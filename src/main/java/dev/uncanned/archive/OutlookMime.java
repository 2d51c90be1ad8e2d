package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes an item of Outlook down as a mail, so that sender, time, people and text come out as from
 * the same mail in an {@code .eml} file.
 *
 * <p>The header with which the mail came over the internet is kept where the item has it. What it
 * lacks, and all of it in mails that were sent from here or stayed inside of an Exchange server, is
 * made from the item's properties. A thread is named by References and In-Reply-To; only for a
 * reply that never had a Message-ID by Outlook's conversation index, since other copies of a mail
 * with an id know nothing of that index.
 */
final class OutlookMime {

  private static final int CONVERSATION_ROOT = 22;
  private static final int CONVERSATION_ID_START = 6;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Fields that describe the form of the text, which is another one here. */
  private static final Set<String> FORM = Set.of("content-type", "content-transfer-encoding");

  private final OutlookProperties item;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> fields = new HashSet<>();
  private String contentType = "";

  private OutlookMime(OutlookProperties item) {
    this.item = item;
  }

  /**
   * Whether items of a class are mails, or reports about mails: classes below {@code IPM.Note} and
   * {@code REPORT}; none at all means a mail.
   */
  static boolean isMail(String messageClass) {
    String upper = messageClass == null ? "" : messageClass.trim().toUpperCase(Locale.ROOT);
    return upper.isEmpty()
        || upper.equals("IPM.NOTE")
        || upper.startsWith("IPM.NOTE.")
        || upper.startsWith("REPORT.");
  }

  /** The item as a mail. */
  static OutlookMail of(OutlookProperties item) throws IOException {
    String type = item.text(OutlookProperties.MESSAGE_CLASS);
    return isMail(type) ? new OutlookMime(item).mail(type) : OutlookMail.OTHER;
  }

  private OutlookMail mail(String messageClass) throws IOException {
    String type = messageClass == null ? "" : messageClass.toUpperCase(Locale.ROOT);
    keepHeader(item.text(OutlookProperties.TRANSPORT_HEADERS));
    boolean unsent =
        (item.number(OutlookProperties.MESSAGE_FLAGS, 0) & OutlookProperties.UNSENT) != 0;
    if (unsent && !fields.contains("received")) {
      return OutlookMail.DRAFT;
    }
    if (type.startsWith("REPORT.")
        || type.contains("OOFTEMPLATE")
        || contentType.startsWith("multipart/report")) {
      field("X-Autoreply", "yes");
    }
    addPeople();
    addTimes();
    addIds();
    OutlookBody body = OutlookBody.of(item, contentType);
    out.append("Content-Type: text/").append(body.html() ? "html" : "plain");
    out.append("; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").append(body.text());
    List<QualityFlag> flags = new ArrayList<>(body.flags());
    if (body.text().isBlank() && type.startsWith("IPM.NOTE.SMIME")) {
      flags.add(QualityFlag.OPAQUE_SMIME);
    } else if (body.text().isBlank() && type.startsWith("IPM.NOTE.RPMSG")) {
      flags.add(QualityFlag.OPAQUE_RMS);
    }
    int attachments = Math.max(0, item.attachments());
    return new OutlookMail(OutlookMail.Kind.MAIL, out.toString(), attachments, List.copyOf(flags));
  }

  /**
   * Copies the fields of a header up to its first blank line; Outlook adds those of the parts of
   * the mail behind it, and a line of its own in front.
   */
  private void keepHeader(String header) {
    if (header == null) {
      return;
    }
    int limit = Math.min(header.length(), Budgets.HEADER_BYTES);
    boolean kept = false;
    for (int at = 0; at < limit; ) {
      int end = lineEnd(header, at, limit);
      boolean folded = header.charAt(at) == ' ' || header.charAt(at) == '\t';
      String line = header.substring(at, end).stripTrailing();
      if (end == at && !fields.isEmpty()) {
        return;
      }
      kept = folded ? kept : keeps(line);
      if (kept && !line.isBlank()) {
        out.append(line).append("\r\n");
      }
      at = end + 1;
      if (end < limit && header.charAt(end) == '\r' && at < limit && header.charAt(at) == '\n') {
        at++;
      }
    }
  }

  private static int lineEnd(String text, int from, int limit) {
    int end = from;
    while (end < limit && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private boolean keeps(String line) {
    int colon = 0;
    while (colon < line.length() && isNameChar(line.charAt(colon))) {
      colon++;
    }
    if (colon == 0 || colon == line.length() || line.charAt(colon) != ':') {
      return false;
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    if (name.equals("content-type") && contentType.isEmpty()) {
      contentType = line.substring(colon + 1).trim().toLowerCase(Locale.ROOT);
    }
    boolean keep = !FORM.contains(name);
    if (keep) {
      fields.add(name);
    }
    return keep;
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c < 0x7F && c != ':';
  }

  private void field(String name, String value) {
    if (value != null && !value.isBlank()) {
      out.append(name).append(": ").append(OutlookPerson.line(value).trim()).append("\r\n");
    }
  }

  private boolean lacks(String lowerName) {
    return !fields.contains(lowerName);
  }

  private void addPeople() throws IOException {
    if (lacks("from")) {
      OutlookPerson author =
          person(
              OutlookProperties.SENT_REPRESENTING_NAME,
              OutlookProperties.SENT_REPRESENTING_ADDRESS_TYPE,
              OutlookProperties.SENT_REPRESENTING_ADDRESS,
              OutlookProperties.SENT_REPRESENTING_SMTP_ADDRESS);
      OutlookPerson sender =
          person(
              OutlookProperties.SENDER_NAME,
              OutlookProperties.SENDER_ADDRESS_TYPE,
              OutlookProperties.SENDER_ADDRESS,
              OutlookProperties.SENDER_SMTP_ADDRESS);
      field("From", author(author, sender).header());
    }
    if (lacks("to") || lacks("cc") || lacks("bcc")) {
      addRecipients(item.people());
    }
    if (lacks("delivered-to")) {
      field("Delivered-To", receiver().email());
    }
  }

  private OutlookPerson receiver() throws IOException {
    return new OutlookPerson(
        OutlookPerson.TO,
        null,
        item.text(OutlookProperties.RECEIVED_BY_ADDRESS_TYPE),
        item.text(OutlookProperties.RECEIVED_BY_ADDRESS),
        item.text(OutlookProperties.RECEIVED_BY_SMTP_ADDRESS));
  }

  /** In whose name it was sent; the one who sent it where only they have an address. */
  private static OutlookPerson author(OutlookPerson author, OutlookPerson sender) {
    boolean same =
        author.name() == null || sender.name() == null || author.name().equals(sender.name());
    boolean better = author.email() == null && sender.email() != null && same;
    return author.isNobody() || better ? sender : author;
  }

  private OutlookPerson person(int name, int type, int address, int smtp) throws IOException {
    return new OutlookPerson(
        0, item.text(name), item.text(type), item.text(address), item.text(smtp));
  }

  private void addRecipients(List<OutlookPerson> people) throws IOException {
    addRecipients("To", people, OutlookPerson.TO, OutlookProperties.DISPLAY_TO);
    addRecipients("Cc", people, OutlookPerson.CC, OutlookProperties.DISPLAY_CC);
    addRecipients("Bcc", people, OutlookPerson.BCC, OutlookProperties.DISPLAY_BCC);
  }

  private void addRecipients(String name, List<OutlookPerson> people, int role, int shown)
      throws IOException {
    if (!lacks(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    StringBuilder list = new StringBuilder();
    for (OutlookPerson person : people) {
      String written = person.role() == role ? person.header() : "";
      if (!written.isEmpty()) {
        list.append(list.isEmpty() ? "" : ", ").append(written);
      }
    }
    field(name, list.isEmpty() && people.isEmpty() ? item.text(shown) : list.toString());
  }

  private void addTimes() {
    if (lacks("date")) {
      Instant sent = item.time(OutlookProperties.CLIENT_SUBMIT_TIME);
      Instant delivered = item.time(OutlookProperties.DELIVERY_TIME);
      if (sent != null) {
        field("Date", DATE.format(sent));
      } else if (delivered != null && lacks("received")) {
        field("Received", "by outlook; " + DATE.format(delivered));
      }
    }
  }

  private void addIds() throws IOException {
    if (lacks("subject")) {
      field("Subject", subject());
    }
    if (lacks("message-id")) {
      field("Message-ID", item.text(OutlookProperties.INTERNET_MESSAGE_ID));
    }
    String references = item.text(OutlookProperties.INTERNET_REFERENCES);
    String parent = item.text(OutlookProperties.IN_REPLY_TO);
    if (lacks("references")) {
      field("References", references);
    }
    if (lacks("in-reply-to")) {
      field("In-Reply-To", parent);
    }
    boolean named = !lacks("message-id") || !lacks("references") || !lacks("in-reply-to");
    if (!named
        && references == null
        && parent == null
        && item.text(OutlookProperties.INTERNET_MESSAGE_ID) == null) {
      field("References", conversation(item.bytes(OutlookProperties.CONVERSATION_INDEX)));
    }
  }

  /** Outlook may put a mark in front of a subject that says how long its "RE: " is. */
  private String subject() throws IOException {
    String subject = item.text(OutlookProperties.SUBJECT);
    boolean marked = subject != null && subject.length() > 1 && subject.charAt(0) == 1;
    return marked ? subject.substring(2) : subject;
  }

  /** The id of the conversation in the index of a reply, [MS-OXOMSG] 2.2.1.3; else null. */
  private static String conversation(byte[] index) {
    if (index == null || index.length <= CONVERSATION_ROOT) {
      return null;
    }
    StringBuilder id = new StringBuilder("<");
    for (int i = CONVERSATION_ID_START; i < CONVERSATION_ROOT; i++) {
      id.append(Character.forDigit(index[i] >> 4 & 0xF, 16));
      id.append(Character.forDigit(index[i] & 0xF, 16));
    }
    return id.append("@conversation-index>").toString();
  }
}
