package dev.uncanned.archive;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Says which column of a CSV file, or which key of a JSON file, holds what of a message.
 *
 * <p>A file is recognised by its columns alone, never by its name. Names of columns are compared
 * without case and surrounding blanks. In JSON the name is the path of keys from the outermost
 * object, joined by dots ({@code body.text}); lists on the way add nothing to it, except that
 * {@code to[]} is the number of elements of the list {@code to}. Wherever columns are listed, the
 * first one with a text counts; {@code "first + last"} is two columns, joined by a space.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 40
 * @param format null: CSV and JSON alike
 * @param when columns that must all be there, 1 to 50; {@code "Subject | Betreff"} is one of them
 * @param delimiter of CSV, one character; null: comma, semicolon, tab or bar, whichever fits
 * @param charset null: UTF-8 or UTF-16 where they are valid, else windows-1252
 * @param rows path of the list of messages inside of a JSON record, whose other keys each message
 *     inherits; null: a record is a message
 * @param wrappers JSON keys that are passed over in paths, such as {@code items} and {@code
 *     properties}
 * @param channel how the messages were sent
 * @param channels where a column says that it was another way
 * @param fields the columns
 * @param dates how times are written; null: see {@link Dates}
 * @param direction null: not known, unless the sender turns out to be the owner
 * @param leave_out messages that are no messages: drafts, scheduled ones
 * @param only if not empty, messages that fit none of them are left out
 * @param separator between people in one cell; null: comma, semicolon or line break for addresses,
 *     the latter two for names
 * @param cut_at characters at which the tool cuts texts, 100 to 10,000,000; null: it does not
 * @param header_block whether texts begin with lines such as {@code To: …}, which are taken off and
 *     read
 * @param subject_prefixes what the tool puts in front of subjects
 */
public record Mapping(
    String name,
    Format format,
    List<String> when,
    String delimiter,
    String charset,
    String rows,
    List<String> wrappers,
    Channel channel,
    List<ChannelCase> channels,
    Fields fields,
    Dates dates,
    DirectionColumn direction,
    List<Condition> leave_out,
    List<Condition> only,
    String separator,
    Integer cut_at,
    Boolean header_block,
    List<String> subject_prefixes)
    implements Serializable {

  private static final int MAX_NAME = 40;
  private static final int MAX_WHEN = 50;
  private static final int MIN_CUT = 100;
  private static final int MAX_CUT = 10_000_000;
  private static final int MAX_SEPARATOR = 10;

  /** What a file is written in. */
  public enum Format {
    CSV,
    /** JSON Lines, a JSON list, or one JSON document. */
    JSONL
  }

  /**
   * Columns that name one person, or several in one cell.
   *
   * @param email addresses, as in a mail's header; X.500 addresses count as names
   * @param name display names
   * @param url LinkedIn profiles
   */
  public record People(List<String> email, List<String> name, List<String> url)
      implements Serializable {

    static final People NONE = new People(null, null, null);

    public People {
      email = Mapping.columns("email", email);
      name = Mapping.columns("name", name);
      url = Mapping.columns("url", url);
    }
  }

  /**
   * The columns of a message; at least one of text and html is needed.
   *
   * @param sent_at sending time
   * @param sent_at_fallback a time that stands for it where it is missing, such as that of logging
   * @param sender null: the owner of outbound, the other person of inbound messages
   * @param owner whose account it is
   * @param other the person on the other side, whoever wrote
   * @param to null: the other person of outbound, the owner of inbound messages
   * @param headers the mail's header as a text
   * @param template id of the template or sequence step, empty for what was written by hand
   * @param template_of what {@code template} is a part of, such as the campaign
   * @param attachments names, ids, a number, or yes and no
   */
  public record Fields(
      List<String> sent_at,
      List<String> sent_at_fallback,
      People sender,
      People owner,
      People other,
      People to,
      People cc,
      People bcc,
      List<String> subject,
      List<String> text,
      List<String> html,
      List<String> headers,
      List<String> thread,
      List<String> native_id,
      List<String> template,
      List<String> template_of,
      List<String> attachments)
      implements Serializable {

    public Fields {
      sent_at = Mapping.columns("sent_at", sent_at);
      sent_at_fallback = Mapping.columns("sent_at_fallback", sent_at_fallback);
      sender = sender == null ? People.NONE : sender;
      owner = owner == null ? People.NONE : owner;
      other = other == null ? People.NONE : other;
      to = to == null ? People.NONE : to;
      cc = cc == null ? People.NONE : cc;
      bcc = bcc == null ? People.NONE : bcc;
      subject = Mapping.columns("subject", subject);
      text = Mapping.columns("text", text);
      html = Mapping.columns("html", html);
      headers = Mapping.columns("headers", headers);
      thread = Mapping.columns("thread", thread);
      native_id = Mapping.columns("native_id", native_id);
      template = Mapping.columns("template", template);
      template_of = Mapping.columns("template_of", template_of);
      attachments = Mapping.columns("attachments", attachments);
      if (text.isEmpty() && html.isEmpty()) {
        throw new IllegalArgumentException("fields has neither text nor html, but must have one");
      }
    }
  }

  /**
   * How times are written.
   *
   * @param formats {@code iso}, {@code epoch_seconds}, {@code epoch_millis}, {@code mail} (RFC 5322
   *     and its relatives) or patterns such as {@code dd.MM.yyyy HH:mm}, the first that fits
   *     counts; null: iso, epoch_millis, mail
   * @param zone of times that name none, such as {@code Europe/Berlin}; null: UTC is assumed, and
   *     the time counts as known to the minute only
   */
  public record Dates(List<String> formats, String zone) implements Serializable {

    static final Dates DEFAULT = new Dates(null, null);

    public Dates {
      formats =
          formats == null || formats.isEmpty()
              ? List.of("iso", "epoch_millis", "mail")
              : List.copyOf(formats);
      new MappedDates(formats, zone);
    }
  }

  /**
   * Which way a message went, by the value of a column; any other value says nothing.
   *
   * @param outbound values without case; {@code "Email: *"} is any value that begins so
   */
  public record DirectionColumn(List<String> columns, List<String> outbound, List<String> inbound)
      implements Serializable {

    public DirectionColumn {
      columns = Mapping.columns("columns", columns);
      outbound = Mapping.values("outbound", outbound);
      inbound = Mapping.values("inbound", inbound);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("direction has no columns, but must have one");
      }
    }
  }

  /**
   * A test of one column.
   *
   * @param values without case; {@code "Draft*"} is any value that begins so, {@code ""} an empty
   *     one
   */
  public record Condition(List<String> columns, List<String> values) implements Serializable {

    public Condition {
      columns = Mapping.columns("columns", columns);
      values = Mapping.values("values", values);
      if (columns.isEmpty() || values.isEmpty()) {
        throw new IllegalArgumentException("a condition needs columns and values");
      }
    }
  }

  /** Another channel for messages of which a column has one of some values. */
  public record ChannelCase(Channel channel, List<String> columns, List<String> values)
      implements Serializable {

    public ChannelCase {
      columns = Mapping.columns("columns", columns);
      values = Mapping.values("values", values);
      if (channel == null || columns.isEmpty() || values.isEmpty()) {
        throw new IllegalArgumentException("channels needs channel, columns and values in each");
      }
    }
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and what is allowed
   */
  public Mapping {
    requireName(name);
    when = columns("when", when);
    require(!when.isEmpty() && when.size() <= MAX_WHEN, name, "when must have 1 to 50 columns");
    require(delimiter == null || isDelimiter(delimiter), name, "delimiter must be a character");
    require(charset == null || isCharset(charset), name, "charset is not known");
    require(rows == null || isPath(rows), name, "rows must be keys joined by dots");
    wrappers = columns("wrappers", wrappers);
    require(channel != null, name, "channel is missing");
    channels = channels == null ? List.of() : List.copyOf(channels);
    require(fields != null, name, "fields is missing");
    dates = dates == null ? Dates.DEFAULT : dates;
    leave_out = leave_out == null ? List.of() : List.copyOf(leave_out);
    only = only == null ? List.of() : List.copyOf(only);
    require(
        separator == null || (!separator.isEmpty() && separator.length() <= MAX_SEPARATOR),
        name,
        "separator must have 1 to 10 characters");
    require(
        cut_at == null || (cut_at >= MIN_CUT && cut_at <= MAX_CUT),
        name,
        "cut_at must be between 100 and 10000000");
    header_block = header_block != null && header_block;
    subject_prefixes = values("subject_prefixes", subject_prefixes);
  }

  private static void requireName(String name) {
    boolean good = name != null && !name.isEmpty() && name.length() <= MAX_NAME;
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    if (!good) {
      throw new IllegalArgumentException(
          "name is '" + name + "', but must be 1 to 40 lower-case letters, digits and hyphens");
    }
  }

  private static void require(boolean good, String name, String what) {
    if (!good) {
      throw new IllegalArgumentException("mapping " + name + ": " + what);
    }
  }

  private static boolean isDelimiter(String text) {
    return text.length() == 1
        && text.charAt(0) < 0x80
        && "\"\n\r\\".indexOf(text.charAt(0)) < 0
        && !Character.isLetterOrDigit(text.charAt(0));
  }

  private static boolean isCharset(String label) {
    try {
      return Charset.isSupported(label) && !label.toLowerCase(Locale.ROOT).contains("utf-7");
    } catch (IllegalCharsetNameException noName) {
      return false;
    }
  }

  private static boolean isPath(String path) {
    for (String key : path.split("\\.", -1)) {
      if (key.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> columns(String key, List<String> names) {
    List<String> columns = values(key, names);
    if (columns.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(key + " has an empty column name");
    }
    return columns;
  }

  private static List<String> values(String key, List<String> values) {
    if (values == null) {
      return List.of();
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(key + " has an entry without a text");
    }
    return List.copyOf(values);
  }
}
