package dev.uncanned.archive;

/**
 * What one message of a WhatsApp chat is: who says it, or that nobody does.
 *
 * @param sender name or number as shown; null of a line that the program wrote
 * @param text what was said, without the names of files and the notes of the program
 * @param attachments number of files with it, whether they are in the export or not
 * @param takenBack whether it was deleted by its sender
 * @param own whether the program speaks to the sender, who therefore owns the phone
 */
record WhatsAppSpeech(String sender, String text, int attachments, boolean takenBack, boolean own) {

  private static final int MAX_SENDER = 120;
  private static final char MARK = '\u200E';
  private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB";

  /** The notice that messages are encrypted is long; a shorter text is somebody's own. */
  private static final int MIN_NOTICE = 60;

  /** Whether it is a message of a person. */
  boolean isMessage() {
    return sender != null && !takenBack;
  }

  private static WhatsAppSpeech notice(String text) {
    return new WhatsAppSpeech(null, text, 0, false, false);
  }

  /**
   * Splits what stands behind the head of a line.
   *
   * @param rest name, colon and text, with the lines that follow
   */
  static WhatsAppSpeech of(String rest, boolean bracketed, ChatPhrases phrases) {
    int colon = colon(rest);
    String sender = colon < 0 ? "" : name(rest.substring(0, colon));
    boolean quoting = colon >= 0 && isNotice(rest, colon, phrases);
    if (sender.isEmpty() || sender.length() > MAX_SENDER || quoting) {
      return notice(rest);
    }
    String said = rest.substring(Math.min(rest.length(), colon + 1));
    String text = (said.startsWith(" ") ? said.substring(1) : said).stripTrailing();
    boolean marked = bracketed && !text.isEmpty() && text.charAt(0) == MARK;
    String normal = text.length() > MAX_SENDER ? "" : ChatPhrases.normal(text);
    if (phrases.hasNormal("deleted-own", normal)) {
      return new WhatsAppSpeech(sender, "", 0, true, true);
    }
    if (phrases.hasNormal("deleted", normal)) {
      return new WhatsAppSpeech(sender, "", 0, true, false);
    }
    WhatsAppSpeech speech = withFiles(sender, unedited(text, phrases), phrases);
    boolean program = marked && speech.attachments() == 0;
    boolean encrypted = text.length() >= MIN_NOTICE && phrases.has("encrypted", text);
    return program || encrypted || phrases.has("notice", text) ? notice(text) : speech;
  }

  /** A colon with a blank, or at the end of the line, as for a message that is only a file. */
  private static int colon(String rest) {
    int end = rest.indexOf('\n');
    String line = end < 0 ? rest : rest.substring(0, end);
    int colon = line.indexOf(": ");
    if (colon >= 0) {
      return colon;
    }
    boolean last = line.endsWith(":") && line.indexOf(':') == line.length() - 1;
    return last ? line.length() - 1 : -1;
  }

  /** Some notices of groups quote a subject, which may hold a colon. */
  private static boolean isNotice(String rest, int colon, ChatPhrases phrases) {
    return rest.substring(0, colon).chars().anyMatch(c -> QUOTES.indexOf(c) >= 0)
        && phrases.has("group", rest);
  }

  private static String name(String shown) {
    String name = WhatsAppLine.bare(shown);
    // People who are not among the contacts are shown with a tilde before the name they chose.
    return name.startsWith("~") ? WhatsAppLine.bare(name.substring(1)) : name;
  }

  private static String unedited(String text, ChatPhrases phrases) {
    int open = text.endsWith(">") ? text.lastIndexOf('<') : -1;
    boolean edited = open >= 0 && phrases.has("edited", text.substring(open));
    return edited ? WhatsAppLine.bare(text.substring(0, open)) : text;
  }

  private static WhatsAppSpeech withFiles(String sender, String text, ChatPhrases phrases) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    String below = end < 0 ? "" : text.substring(end + 1);
    if (phrases.has("media", line) || isAttached(line, phrases)) {
      return new WhatsAppSpeech(sender, WhatsAppLine.bare(below), 1, false, false);
    }
    int open = text.endsWith(">") ? text.lastIndexOf('<') : -1;
    if (open >= 0 && isAttachment(text, open)) {
      String before = WhatsAppLine.bare(text.substring(0, open));
      return new WhatsAppSpeech(sender, before, 1, false, false);
    }
    return new WhatsAppSpeech(sender, WhatsAppLine.bare(text), 0, false, false);
  }

  /** {@code IMG-20260312-WA0001.jpg (file attached)}. */
  private static boolean isAttached(String line, ChatPhrases phrases) {
    String bare = WhatsAppLine.bare(line);
    int open = bare.endsWith(")") ? bare.lastIndexOf('(') : -1;
    return open > 0 && phrases.has("attached", bare.substring(open));
  }

  /** {@code <attached: 00000012-PHOTO.jpg>}, with a mark before it. */
  private static boolean isAttachment(String text, int open) {
    int colon = text.indexOf(':', open);
    boolean marked = open > 0 && text.charAt(open - 1) == MARK;
    return marked && colon > open && text.indexOf('.', colon) > colon;
  }
}
