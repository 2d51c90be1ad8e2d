package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes messages of the rows of one file, as its mapping says. */
final class MappedMessages {

  private static final int MAX_ID = 998;
  private static final int MAX_ATTACHMENTS = 1000;
  private static final String THREAD_ADDRESS = "/messaging/thread/";
  private static final MailHeaders NO_HEADERS = MailHeaders.of(new byte[0]);

  private final ArchivePart part;
  private final Mapping mapping;
  private final ContentNames names = new ContentNames();
  private final OneTap oneTap = OneTap.load();
  private final MappedDates dates;
  private final Set<String> columns = new HashSet<>();
  private final MappedField sentAt;
  private final MappedField sentAtFallback;
  private final MappedRoles roles;
  private final MappedField subjects;
  private final MappedField texts;
  private final MappedField htmls;
  private final MappedField headers;
  private final MappedField threads;
  private final MappedField nativeIds;
  private final MappedField templates;
  private final MappedField templateOf;
  private final MappedField attachments;
  private final List<MappedCheck> leaveOut;
  private final List<MappedCheck> only;
  private final List<MappedCheck> channelTests;

  MappedMessages(ArchivePart part, Mapping mapping) {
    this.part = part;
    this.mapping = mapping;
    Mapping.Fields fields = mapping.fields();
    dates = new MappedDates(mapping.dates().formats(), mapping.dates().zone());
    sentAt = field(fields.sent_at());
    sentAtFallback = field(fields.sent_at_fallback());
    roles = new MappedRoles(mapping);
    roles.addTo(columns);
    subjects = field(fields.subject());
    texts = field(fields.text());
    htmls = field(fields.html());
    headers = field(fields.headers());
    threads = field(fields.thread());
    nativeIds = field(fields.native_id());
    templates = field(fields.template());
    templateOf = field(fields.template_of());
    attachments = field(fields.attachments());
    leaveOut = tests(mapping.leave_out());
    only = tests(mapping.only());
    channelTests = mapping.channels().stream().map(c -> test(c.columns(), c.values())).toList();
  }

  private MappedField field(List<String> names) {
    MappedField field = new MappedField(names);
    field.addTo(columns);
    return field;
  }

  private List<MappedCheck> tests(List<Mapping.Condition> conditions) {
    return conditions.stream().map(c -> test(c.columns(), c.values())).toList();
  }

  private MappedCheck test(List<String> names, List<String> values) {
    return new MappedCheck(field(names), values);
  }

  /** The columns that are read, as they are compared. */
  Set<String> columns() {
    return columns;
  }

  /** Whether a row looks like a message: its time can be read, or its sender has an address. */
  boolean looksRight(MappedRow row) {
    if (!sentAt.isEmpty()) {
      return dates.of(sentAt.of(row)).at() != null;
    }
    return roles.namesSenderByAddress(row);
  }

  /** Whom a column names as the owner of the account; null if none does. */
  Contact owner(MappedRow row) {
    return roles.owner(row);
  }

  /**
   * A row as a message; null if it is out of scope.
   *
   * @param oddName whether the name of the file is to be flagged
   */
  RawMessage message(String inputId, long ordinal, MappedRow row, boolean oddName) {
    boolean kept = only.stream().allMatch(test -> test.fits(row));
    if (!kept || leaveOut.stream().anyMatch(test -> test.fits(row))) {
      return null;
    }
    String text = texts.raw(row);
    MappedHeaderBlock block = mapping.header_block() ? MappedHeaderBlock.of(text) : null;
    MappedBody body =
        MappedBody.of(block == null ? text : block.body(), text, htmls.raw(row), mapping.cut_at());
    String header = headers.raw(row);
    MailHeaders mail =
        header.isEmpty() ? NO_HEADERS : MailHeaders.of(header.getBytes(StandardCharsets.UTF_8));
    MappedRoles.Roles people = roles.of(row, block);
    Channel channel = channel(row);
    String subject = subject(row, block);
    boolean own = people.way() == Direction.OUTBOUND;
    // Tables keep a mail's text and lose its calendar part.
    boolean automatic =
        channel == Channel.EMAIL
            && (AutoReply.isAutomatic(mail, subject, people.sender(), own)
                || !own && AutoSubjects.isMeetingAnswer(subject));
    MessageKind kind = kind(channel, body.text(), people.recipients(), automatic);
    if (!kind.inScope()) {
      return null;
    }
    MappedDates.Sent sent = sent(row);
    return new RawMessage(
        inputId,
        part.archive_id(),
        ordinal,
        channel,
        kind,
        people.way(),
        nativeId(row),
        thread(row, mail),
        sent.at(),
        sent.quality(),
        people.sender(),
        people.recipients(),
        subject.isEmpty() ? null : subject,
        body.text(),
        body.html(),
        names.ofCollapsed(
            body.text(), body.text().indexOf(ChatText.REPLACED) < 0 ? null : broken(row)),
        channel == Channel.CHAT ? null : BareWords.hash(names, body.text()),
        automatic,
        AutoReply.isBulk(mail),
        attachmentCount(attachments.of(row)),
        people.way() == Direction.OUTBOUND ? template(row) : null,
        flags(row, body, oddName));
  }

  private Channel channel(MappedRow row) {
    for (int i = 0; i < channelTests.size(); i++) {
      if (channelTests.get(i).fits(row)) {
        return mapping.channels().get(i).channel();
      }
    }
    return mapping.channel();
  }

  private String subject(MappedRow row, MappedHeaderBlock block) {
    String subject = subjects.of(row);
    String inside = block == null ? "" : block.value("subject:");
    if (!inside.isEmpty()) {
      return inside;
    }
    for (String prefix : mapping.subject_prefixes()) {
      if (subject.regionMatches(true, 0, prefix, 0, prefix.length())) {
        subject = subject.substring(prefix.length()).strip();
      }
    }
    return subject;
  }

  private MessageKind kind(Channel channel, String text, List<Contact> people, boolean automatic) {
    switch (channel) {
      case EMAIL:
        return automatic ? MessageKind.AUTO_REPLY : MessageKind.MESSAGE;
      case LI_INVITE:
        if (text.isBlank()) {
          return MessageKind.BLANK_INVITE;
        }
        return oneTap.matches(text, people) ? MessageKind.ONE_TAP : MessageKind.MESSAGE;
      case LI_MESSAGE, LI_INMAIL:
        if (oneTap.matches(text, people)) {
          return MessageKind.ONE_TAP;
        }
        return people.size() > 1 ? MessageKind.GROUP : MessageKind.MESSAGE;
      default:
        return people.size() > 1 ? MessageKind.GROUP : MessageKind.MESSAGE;
    }
  }

  private MappedDates.Sent sent(MappedRow row) {
    MappedDates.Sent sent = dates.of(sentAt.of(row));
    if (sent.at() != null || sentAtFallback.isEmpty()) {
      return sent;
    }
    MappedDates.Sent other = dates.of(sentAtFallback.of(row));
    return other.at() == null ? other : new MappedDates.Sent(other.at(), DateQuality.FALLBACK);
  }

  /** The thread as a mail reader names it, if the mail's header is there, so that copies agree. */
  private String thread(MappedRow row, MailHeaders mail) {
    for (String header : List.of("references", "in-reply-to")) {
      String id = mail.first(header) == null ? "" : firstId(mail.first(header));
      if (!id.isEmpty()) {
        return id;
      }
    }
    String thread = threads.of(row);
    // The address of a LinkedIn thread ends with the id that LinkedIn's own export has.
    int address = thread.indexOf(THREAD_ADDRESS);
    if (address >= 0) {
      thread = thread.substring(address + THREAD_ADDRESS.length());
      int slash = thread.indexOf('/');
      thread = slash < 0 ? thread : thread.substring(0, slash);
    }
    return thread.isEmpty() ? null : thread;
  }

  private static String firstId(String ids) {
    int open = ids.indexOf('<');
    int close = open < 0 ? -1 : ids.indexOf('>', open);
    String id = close > open + 1 ? ids.substring(open + 1, close).strip() : "";
    return id.substring(0, Math.min(id.length(), MAX_ID));
  }

  private String nativeId(MappedRow row) {
    String id = nativeIds.of(row);
    String bare = id.startsWith("<") ? firstId(id) : id;
    return bare.isEmpty() ? null : bare;
  }

  /**
   * The number of a step is the same in every campaign, so it says nothing without its campaign.
   */
  private String template(MappedRow row) {
    String template = templates.of(row);
    String whole = template.isEmpty() ? "" : templateOf.of(row);
    boolean lost = whole.isEmpty() && !templateOf.isEmpty() && isNumber(template);
    return template.isEmpty() || lost ? null : whole.isEmpty() ? template : whole + "/" + template;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A number, a yes, or a list with one entry for each file. */
  static int attachmentCount(String cell) {
    switch (cell.toLowerCase(Locale.ROOT)) {
      case "", "false", "no", "[]":
        return 0;
      case "true", "yes":
        return 1;
      default:
        break;
    }
    if (cell.length() <= 3 && isNumber(cell)) {
      return Integer.parseInt(cell);
    }
    int count = 0;
    boolean inside = false;
    for (int i = 0; i < cell.length() && count < MAX_ATTACHMENTS; i++) {
      boolean mark = ";,|\n".indexOf(cell.charAt(i)) >= 0;
      count += !mark && !inside && cell.charAt(i) > ' ' ? 1 : 0;
      inside = !mark && (inside || cell.charAt(i) > ' ');
    }
    return count;
  }

  private String broken(MappedRow row) {
    String text = texts.broken(row);
    return text == null ? htmls.broken(row) : text;
  }

  private static List<QualityFlag> flags(MappedRow row, MappedBody body, boolean oddName) {
    Set<QualityFlag> flags = row.flags();
    if (oddName) {
      flags.add(QualityFlag.ODD_NAME);
    }
    if (body.cut()) {
      flags.add(QualityFlag.CUT_BY_TOOL);
    }
    if (body.text().isBlank()) {
      flags.add(QualityFlag.NO_TEXT);
    }
    return flags.isEmpty() ? List.of() : new ArrayList<>(flags);
  }
}
