package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises WhatsApp chats by their first line and by what else only they have.
 *
 * <p>Each file is an input. Chats of one folder, or of one ZIP, are one archive, since they come
 * from one phone.
 */
final class WhatsAppFinder implements FormatFinder {

  private static final int HEAD_BYTES = 8 << 10;
  private static final int MIN_HEADS = 2;

  /** What stands before a colon in the log of a program. */
  private static final Set<String> LEVELS =
      Set.of(
          "trace",
          "debug",
          "info",
          "notice",
          "warn",
          "warning",
          "error",
          "err",
          "fatal",
          "critical",
          "severe");

  private final ChatPhrases phrases = ChatPhrases.load();

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    List<FoundInput> found = new ArrayList<>();
    for (ExportFile file : left) {
      if (isChat(files, file)) {
        found.add(
            FoundInput.whole(
                ArchivePart.Kind.WHATSAPP,
                file.folder(),
                file.path(),
                List.of(file.path()),
                file.size()));
      }
    }
    return found;
  }

  private boolean isChat(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return isChat(head, file.base());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether the first line is that of a message, and something tells it from a log. */
  boolean isChat(byte[] head, String name) throws IOException {
    try (WhatsAppLines lines =
        new WhatsAppLines(ChatText.decoded(new ByteArrayInputStream(head)))) {
      WhatsAppHead heads = new WhatsAppHead(phrases);
      Look look = new Look();
      for (String line = lines.next(); line != null; line = lines.next()) {
        WhatsAppLine first = heads.of(line);
        if (first != null) {
          look.add(line, first, phrases);
        } else if (look.heads == 0 && !WhatsAppLine.bare(line).isEmpty()) {
          return false;
        }
      }
      String plain = name.toLowerCase(Locale.ROOT);
      boolean named = plain.contains("whatsapp") || plain.startsWith("_chat");
      return look.isChat(named, head.length < HEAD_BYTES);
    }
  }

  /** What the first lines show. */
  private static final class Look {
    private int heads;
    private int levels;
    private int yearsFirst;
    private boolean telling;

    private void add(String line, WhatsAppLine head, ChatPhrases phrases) {
      heads++;
      yearsFirst += head.yearFirst() ? 1 : 0;
      WhatsAppSpeech speech = WhatsAppSpeech.of(head.rest(), head.bracketed(), phrases);
      boolean nobody = speech.sender() == null;
      levels += !nobody && LEVELS.contains(speech.sender().toLowerCase(Locale.ROOT)) ? 1 : 0;
      telling |=
          line.indexOf('\u200E') >= 0
              || (nobody && phrases.has("encrypted", speech.text()))
              || (nobody && phrases.has("group", speech.text()))
              || speech.attachments() > 0
              || speech.takenBack();
    }

    private boolean isChat(boolean named, boolean whole) {
      boolean log = levels > 0 || yearsFirst > 0;
      return heads > 0 && (telling || named || (!log && (heads >= MIN_HEADS || whole)));
    }
  }
}
